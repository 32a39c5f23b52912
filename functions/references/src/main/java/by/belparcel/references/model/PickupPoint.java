package by.belparcel.references.model;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where clients collect their parcels.
 *
 * @param hubId the hub that sorts for it, absent for hubs
 * @param maxParcelG heaviest single parcel in grams
 * @param full it takes no more parcels at present
 */
public record PickupPoint(
        String id,
        String code,
        Place place,
        boolean hub,
        @Nullable String hubId,
        String hours,
        int capacityParcels,
        int maxParcelG,
        List<String> services,
        PvzStatus status,
        boolean full,
        long version)
        implements Reference {

    public PickupPoint {
        services = List.copyOf(services);
    }

    @Override
    public String kind() {
        return "pvz";
    }

    @Override
    public SortedMap<String, Object> state() {
        SortedMap<String, Object> state = new TreeMap<>();
        state.put("code", code);
        state.put("lat", place.lat());
        state.put("lng", place.lng());
        state.put("is_hub", hub);
        if (hubId != null) {
            state.put("hub_id", hubId);
        }
        state.put("capacity_parcels", capacityParcels);
        state.put("max_parcel_g", maxParcelG);
        state.put("services", services);
        state.put("status", status.name());
        state.put("is_full", full);
        return state;
    }
}
