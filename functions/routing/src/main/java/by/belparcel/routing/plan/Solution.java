package by.belparcel.routing.plan;

import java.util.List;

/**
 * An answer to a {@link Problem}: every job is in exactly one route or among the unplaced ones.
 *
 * @param routes one for each vehicle that calls anywhere, in the order of the vehicles
 * @param fallbackUsed whether the better solver failed or ran out of time
 */
public record Solution(
        List<PlannedRoute> routes, List<Unplaced> unplaced, double cost, String solver, boolean fallbackUsed) {

    public Solution {
        routes = List.copyOf(routes);
        unplaced = List.copyOf(unplaced);
    }

    public double metres() {
        return routes.stream().mapToDouble(PlannedRoute::metres).sum();
    }

    Solution asFallback() {
        return new Solution(routes, unplaced, cost, solver, true);
    }
}
