package by.belparcel.trips.application.planning;

import by.belparcel.routing.distance.Source;
import by.belparcel.trips.application.PlanBasis;
import by.belparcel.trips.model.Cargo;
import by.belparcel.trips.model.Stop;
import java.util.List;
import java.util.Map;

/**
 * A plan that nobody drives yet.
 *
 * @param stops the PICKUP first
 * @param unplaced reason by id of the destination
 * @param classFits whether any vehicle class holds the load
 */
record Draft(
        List<Stop> stops,
        Map<String, String> unplaced,
        long distanceM,
        long durationS,
        Cargo load,
        boolean classFits,
        Source source,
        PlanBasis basis) {

    Draft {
        stops = List.copyOf(stops);
        unplaced = Map.copyOf(unplaced);
    }

    boolean complete() {
        return unplaced.isEmpty();
    }
}
