package by.belparcel.carriers.model;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A carrier as reference data: what the administrator decides about him (domain delivery.md section 1).
 *
 * @param phone E.164, for staff only
 * @param homeWarehouse id of the warehouse he starts from
 * @param timeScale how many times faster than real his device lives; above 1 in simulations only
 * @param version sequence of his latest event
 * @param editVersion version of his latest edit: what an editor has seen
 */
public record Carrier(
        String id,
        String code,
        String name,
        String nameBe,
        String phone,
        Vehicle vehicle,
        List<String> skills,
        String homeWarehouse,
        int maxParallelTrips,
        int timeScale,
        boolean active,
        long version,
        long editVersion) {

    public Carrier {
        skills = List.copyOf(skills);
    }

    /** What other contexts may know: neither name nor phone (domain README 4.3). Keys as on the wire. */
    public SortedMap<String, Object> state() {
        SortedMap<String, Object> state = new TreeMap<>();
        state.put("code", code);
        state.put("vehicle", vehicle.state());
        state.put("skills", skills);
        state.put("home_warehouse", homeWarehouse);
        state.put("max_parallel_trips", maxParallelTrips);
        state.put("time_scale", timeScale);
        state.put("is_active", active);
        return state;
    }

    /** Names of the public fields in which the other one differs, sorted. */
    public List<String> changedIn(Carrier other) {
        SortedMap<String, Object> theirs = other.state();
        return state().entrySet().stream()
                .filter(field -> !field.getValue().equals(theirs.get(field.getKey())))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    /** The same carrier one event later, after an edit. */
    public Carrier edited() {
        return new Carrier(
                id,
                code,
                name,
                nameBe,
                phone,
                vehicle,
                skills,
                homeWarehouse,
                maxParallelTrips,
                timeScale,
                active,
                version + 1,
                version + 1);
    }
}
