package by.belparcel.references.model;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where shops hand in their parcels.
 *
 * @param cutoffs local times at which batches leave
 */
public record Warehouse(
        String id, String code, Place place, List<String> cutoffs, String timezone, boolean active, long version)
        implements Reference {

    public Warehouse {
        cutoffs = List.copyOf(cutoffs);
    }

    @Override
    public String kind() {
        return "warehouse";
    }

    @Override
    public SortedMap<String, Object> state() {
        SortedMap<String, Object> state = new TreeMap<>();
        state.put("code", code);
        state.put("lat", place.lat());
        state.put("lng", place.lng());
        state.put("cutoffs", cutoffs);
        state.put("timezone", timezone);
        state.put("is_active", active);
        return state;
    }

    public Warehouse withActive(boolean nowActive) {
        return new Warehouse(id, code, place, cutoffs, timezone, nowActive, version);
    }
}
