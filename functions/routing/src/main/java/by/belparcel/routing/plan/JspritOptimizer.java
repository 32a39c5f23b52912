package by.belparcel.routing.plan;

import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import com.graphhopper.jsprit.core.algorithm.state.StateManager;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.constraint.ConstraintManager;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.util.Solutions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;

/** Ruin and recreate with jsprit, on one thread and from a fixed seed. */
public final class JspritOptimizer implements RouteOptimizer {

    private static final long SEED = 20_260_101L;

    private final JspritTuning tuning;

    public JspritOptimizer() {
        this(JspritTuning.DEFAULT);
    }

    public JspritOptimizer(JspritTuning tuning) {
        this.tuning = tuning;
    }

    @Override
    public Solution solve(Problem problem, Budget budget) {
        long started = System.nanoTime();
        double time = budget.time().toNanos();
        JspritModel model = new JspritModel(problem);
        List<Tour> tours = Assembly.empty(problem);
        if (model.size() > 0 && !tours.isEmpty()) {
            DoubleSupplier spent = () -> (System.nanoTime() - started) / time;
            VehicleRoutingAlgorithm algorithm = algorithm(problem, model, budget, spent);
            algorithm.setPrematureAlgorithmTermination(
                    found -> spent.getAsDouble() >= 1 || Thread.currentThread().isInterrupted());
            VehicleRoutingProblemSolution best = Solutions.bestOf(algorithm.searchSolutions());
            for (VehicleRoute route : best.getRoutes()) {
                take(tours, model, route);
            }
        }
        return Assembly.solution(problem, tours, "jsprit");
    }

    private VehicleRoutingAlgorithm algorithm(Problem problem, JspritModel model, Budget budget, DoubleSupplier spent) {
        VehicleRoutingProblem translated = model.translate();
        int iterations = budget.iterations() > 0 ? budget.iterations() : tuning.iterations(model.size());
        JspritCooling cooling =
                new JspritCooling(tuning.threshold(), iterations, tuning.coolsByTime() ? spent : () -> 0);
        Jsprit.Builder builder = Jsprit.Builder.newInstance(translated)
                .setRandom(new Random(SEED))
                .setCustomAcceptor(cooling)
                .setProperty(Jsprit.Parameter.ITERATIONS, Integer.toString(iterations));
        tuning.apply(builder);
        if (JspritRules.needed(problem)) {
            StateManager states = new StateManager(translated);
            ConstraintManager constraints = new ConstraintManager(translated, states);
            constraints.addConstraint(new JspritRules(problem, model), ConstraintManager.Priority.CRITICAL);
            builder.setStateAndConstraintManager(states, constraints);
            builder.addCoreStateAndConstraintStuff(true);
        }
        VehicleRoutingAlgorithm algorithm = builder.buildAlgorithm();
        algorithm.addListener(cooling);
        return algorithm;
    }

    private static void take(List<Tour> tours, JspritModel model, VehicleRoute route) {
        for (int i = 0; i < tours.size(); i++) {
            Tour tour = tours.get(i);
            if (tour.vehicle().id().equals(route.getVehicle().getId())) {
                List<Job> stops = new ArrayList<>(tour.stops());
                for (TourActivity activity : route.getActivities()) {
                    if (activity instanceof TourActivity.JobActivity of) {
                        stops.add(model.job(of.getJob().getId()));
                    }
                }
                tours.set(i, tour.with(stops));
            }
        }
    }
}
