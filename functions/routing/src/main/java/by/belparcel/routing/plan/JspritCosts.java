package by.belparcel.routing.plan;

import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.cost.AbstractForwardVehicleRoutingTransportCosts;
import com.graphhopper.jsprit.core.problem.driver.Driver;
import com.graphhopper.jsprit.core.problem.vehicle.Vehicle;
import org.jspecify.annotations.Nullable;

/** The costs as plain tables; where there is no way they are very large, and {@link JspritRules} forbids it. */
final class JspritCosts extends AbstractForwardVehicleRoutingTransportCosts {

    private static final double NO_WAY = 1e9;

    private final double[][] cost;
    private final double[][] seconds;
    private final double[][] metres;

    JspritCosts(Problem problem) {
        TravelCosts costs = problem.costs();
        int size = costs.places();
        cost = new double[size][size];
        seconds = new double[size][size];
        metres = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                metres[i][j] = Math.min(costs.metres(i, j), NO_WAY);
                seconds[i][j] = Math.min(costs.seconds(i, j), NO_WAY);
                cost[i][j] = metres[i][j] * problem.weights().perMetre()
                        + seconds[i][j] * problem.weights().perSecond();
            }
        }
    }

    @Override
    public double getTransportTime(
            Location from, Location to, double departure, @Nullable Driver driver, @Nullable Vehicle vehicle) {
        return seconds[from.getIndex()][to.getIndex()];
    }

    @Override
    public double getTransportCost(
            Location from, Location to, double departure, @Nullable Driver driver, @Nullable Vehicle vehicle) {
        return cost[from.getIndex()][to.getIndex()];
    }

    @Override
    public double getDistance(Location from, Location to, double departure, @Nullable Vehicle vehicle) {
        return metres[from.getIndex()][to.getIndex()];
    }
}
