package by.belparcel.routing.plan;

import com.graphhopper.jsprit.core.problem.constraint.HardActivityConstraint;
import com.graphhopper.jsprit.core.problem.misc.JobInsertionContext;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules that jsprit does not know: the order of pick-ups and returns, hours, places without a way, windows that are lost in any
 * case. It drives the whole route once more for each insertion, which short routes can afford.
 */
final class JspritRules implements HardActivityConstraint {

    private final Problem problem;
    private final JspritModel model;
    private final Map<String, Frozen> frozen = new HashMap<>();

    JspritRules(Problem problem, JspritModel model) {
        this.problem = problem;
        this.model = model;
        problem.vehicles().forEach(vehicle -> frozen.put(vehicle.id(), Frozen.of(problem, vehicle)));
    }

    /** Whether a problem has such rules at all. */
    static boolean needed(Problem problem) {
        boolean limits = problem.vehicles().stream()
                .anyMatch(vehicle -> Double.isFinite(vehicle.limits().maxDrivingS())
                        || Double.isFinite(vehicle.limits().maxDurationS())
                        || !vehicle.frozen().isEmpty());
        boolean ranks = problem.jobs().stream().anyMatch(job -> job.rank() != 1);
        return limits || ranks || !problem.weights().hardWindows() || !connected(problem.costs());
    }

    @Override
    public ConstraintsStatus fulfilled(
            JobInsertionContext context,
            TourActivity before,
            TourActivity inserted,
            TourActivity after,
            double departureBefore) {
        Job job = model.job(context.getJob().getId());
        if (rank(before) > job.rank() || after instanceof TourActivity.JobActivity && rank(after) < job.rank()) {
            return ConstraintsStatus.NOT_FULFILLED;
        }
        Vehicle vehicle = model.vehicle(context.getNewVehicle().getId());
        Frozen started = frozen.get(vehicle.id());
        List<Job> stops = new ArrayList<>(started == null ? List.of() : started.jobs());
        boolean placed = false;
        for (TourActivity activity : context.getRoute().getActivities()) {
            if (activity == after) {
                stops.add(job);
                placed = true;
            }
            if (activity instanceof TourActivity.JobActivity of) {
                stops.add(model.job(of.getJob().getId()));
            }
        }
        if (!placed) {
            stops.add(job);
        }
        Tour tour = new Tour(problem, vehicle, stops);
        boolean allowed = Rules.broken(tour).isEmpty();
        return allowed ? ConstraintsStatus.FULFILLED : ConstraintsStatus.NOT_FULFILLED;
    }

    private int rank(TourActivity activity) {
        return activity instanceof TourActivity.JobActivity of
                ? model.job(of.getJob().getId()).rank()
                : 0;
    }

    private static boolean connected(TravelCosts costs) {
        for (int i = 0; i < costs.places(); i++) {
            for (int j = 0; j < costs.places(); j++) {
                if (!Double.isFinite(costs.metres(i, j)) || !Double.isFinite(costs.seconds(i, j))) {
                    return false;
                }
            }
        }
        return true;
    }
}
