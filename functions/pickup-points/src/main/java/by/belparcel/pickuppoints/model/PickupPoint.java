package by.belparcel.pickuppoints.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A pick-up point (domain pickup-points.md section 1).
 *
 * @param stock parcels that take room; counted by the counter, not part of a version
 */
public record PickupPoint(
        String id,
        String code,
        long version,
        PointProfile profile,
        PointStatus status,
        @Nullable Instant suspendedUntil,
        @Nullable String suspendReason,
        int stock) {

    public PickupPoint with(PointProfile changed) {
        return new PickupPoint(id, code, version + 1, changed, status, suspendedUntil, suspendReason, stock);
    }

    /** @param until null = until somebody opens it again */
    public PickupPoint suspended(@Nullable Instant until, String reason) {
        return new PickupPoint(id, code, version + 1, profile, PointStatus.SUSPENDED, until, reason, stock);
    }

    public PickupPoint resumed() {
        return new PickupPoint(id, code, version + 1, profile, PointStatus.OPEN, null, null, stock);
    }

    public PickupPoint closed() {
        return new PickupPoint(id, code, version + 1, profile, PointStatus.CLOSED, null, null, stock);
    }

    public PickupPoint holding(int parcels) {
        return new PickupPoint(id, code, version, profile, status, suspendedUntil, suspendReason, parcels);
    }

    /** What other contexts may know: neither name nor address nor contacts (domain README 4.3). Keys as on the wire. */
    public SortedMap<String, Object> state() {
        SortedMap<String, Object> state = new TreeMap<>();
        state.put("code", code);
        state.put("region", profile.region());
        state.put("lat", profile.place().lat());
        state.put("lng", profile.place().lng());
        state.put("is_hub", profile.hub());
        if (profile.hubId() != null) {
            state.put("hub_id", profile.hubId());
        }
        state.put("hours", profile.hours().days());
        state.put("capacity_parcels", profile.capacityParcels());
        state.put("max_parcel_g", profile.maxParcelG());
        state.put("services", profile.services());
        state.put("status", status.name());
        return state;
    }

    /** Names of the fields that differ, public or not. */
    public List<String> changedFrom(PickupPoint before) {
        List<String> changed = new ArrayList<>();
        SortedMap<String, Object> old = before.state();
        SortedMap<String, Object> now = state();
        TreeMap<String, Object> names = new TreeMap<>(old);
        names.putAll(now);
        names.keySet().stream()
                .filter(name -> !Objects.equals(old.get(name), now.get(name)))
                .forEach(changed::add);
        if (!profile.name().equals(before.profile.name())) {
            changed.add("name");
        }
        if (!profile.address().equals(before.profile.address())) {
            changed.add("address");
        }
        if (!profile.contacts().equals(before.profile.contacts())) {
            changed.add("contacts");
        }
        return List.copyOf(changed);
    }
}
