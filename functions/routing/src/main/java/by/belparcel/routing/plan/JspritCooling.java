package by.belparcel.routing.plan;

import com.graphhopper.jsprit.core.algorithm.acceptor.SolutionAcceptor;
import com.graphhopper.jsprit.core.algorithm.listener.IterationStartsListener;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import java.util.Collection;
import java.util.function.DoubleSupplier;

/**
 * Goes on from a worse solution as long as it is not too much worse, less and less so. Knows how much of the time is spent, which
 * the acceptance of jsprit does not: that one is still hot when the time is over.
 */
final class JspritCooling implements SolutionAcceptor, IterationStartsListener {

    /** How much of the first threshold is left at the end of a cycle. */
    private static final double LEFT = 0.003;

    /** Cooling down once more leads out of a dead end. */
    private static final int CYCLES = 2;

    private final double threshold;
    private final int iterations;
    private final DoubleSupplier timeSpent;
    private int iteration;

    /** @param timeSpent share of the time, 0 to 1 */
    JspritCooling(double threshold, int iterations, DoubleSupplier timeSpent) {
        this.threshold = threshold;
        this.iterations = iterations;
        this.timeSpent = timeSpent;
    }

    @Override
    public void informIterationStarts(
            int i, VehicleRoutingProblem problem, Collection<VehicleRoutingProblemSolution> solutions) {
        iteration = i;
    }

    @Override
    public boolean acceptSolution(
            Collection<VehicleRoutingProblemSolution> solutions, VehicleRoutingProblemSolution found) {
        if (solutions.isEmpty()) {
            solutions.add(found);
            return true;
        }
        VehicleRoutingProblemSolution current = solutions.iterator().next();
        double progress = Math.max((double) iteration / iterations, timeSpent.getAsDouble());
        double cycle = progress < 1 ? progress * CYCLES % 1 : 1;
        double worse = current.getCost() * threshold * Math.pow(LEFT, cycle);
        if (found.getCost() < current.getCost() + worse) {
            solutions.remove(current);
            solutions.add(found);
            return true;
        }
        return false;
    }
}
