package by.belparcel.routing.plan;

import java.util.List;
import java.util.OptionalInt;

/**
 * A vehicle with its day.
 *
 * @param start index of the place where it begins
 * @param end index of the place where it must finish; empty: at its last stop
 * @param startsAt seconds on the timeline
 * @param frozen ids of the jobs it has started, in their order; they stay its first stops
 */
public record Vehicle(
        String id, Load capacity, int start, OptionalInt end, double startsAt, Limits limits, List<String> frozen) {

    public Vehicle {
        frozen = List.copyOf(frozen);
    }

    /** One that begins at a place at second 0, finishes anywhere and has started nothing. */
    public static Vehicle at(String id, Load capacity, int start, Limits limits) {
        return new Vehicle(id, capacity, start, OptionalInt.empty(), 0, limits, List.of());
    }
}
