package by.belparcel.routing.solomon;

import by.belparcel.routing.plan.Budget;
import by.belparcel.routing.plan.Job;
import by.belparcel.routing.plan.JspritOptimizer;
import by.belparcel.routing.plan.JspritTuning;
import by.belparcel.routing.plan.Limits;
import by.belparcel.routing.plan.Load;
import by.belparcel.routing.plan.PlannedStop;
import by.belparcel.routing.plan.Problem;
import by.belparcel.routing.plan.RouteOptimizer;
import by.belparcel.routing.plan.Solution;
import by.belparcel.routing.plan.TravelCosts;
import by.belparcel.routing.plan.Vehicle;
import by.belparcel.routing.plan.Weights;
import by.belparcel.routing.plan.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Solves an instance with the optimiser of the product: distance only, Euclidean and not rounded, windows hard. */
public final class InstanceSolver {

    /** Less than the 20 s of wall time that an instance may take, so that a busy machine keeps them. */
    private static final Duration TIME = Duration.ofSeconds(15);

    private static final double NANOS = 1e9;

    private final RouteOptimizer optimizer;
    private final Budget budget;

    public InstanceSolver(RouteOptimizer optimizer, Budget budget) {
        this.optimizer = optimizer;
        this.budget = budget;
    }

    /** With jsprit until the time is over. */
    public static InstanceSolver standard() {
        return new InstanceSolver(new JspritOptimizer(JspritTuning.THOROUGH), new Budget(0, TIME));
    }

    /** Solves and checks. */
    public InstanceResult measure(Instance instance) {
        long started = System.nanoTime();
        List<List<Integer>> tours = solve(instance);
        double seconds = (System.nanoTime() - started) / NANOS;
        return new InstanceResult(
                instance.name(),
                instance.customers().size() - 1,
                tours.size(),
                Feasibility.distance(instance, tours),
                BestKnown.of(instance),
                seconds,
                Feasibility.problems(instance, tours));
    }

    /** Tours as positions of customers in the instance. */
    List<List<Integer>> solve(Instance instance) {
        Solution solution = optimizer.solve(problem(instance), budget);
        return solution.routes().stream()
                .map(route -> route.stops().stream().map(PlannedStop::place).toList())
                .toList();
    }

    private static Problem problem(Instance instance) {
        List<Vehicle> vehicles = new ArrayList<>();
        for (int i = 0; i < instance.vehicles(); i++) {
            vehicles.add(new Vehicle(
                    "v" + i,
                    new Load(instance.capacity(), 0, 0),
                    0,
                    OptionalInt.of(0),
                    instance.depot().ready(),
                    Limits.NONE,
                    List.of()));
        }
        List<Job> jobs = new ArrayList<>();
        for (int i = 1; i < instance.customers().size(); i++) {
            Instance.Customer customer = instance.customers().get(i);
            // Back in time: the last moment to begin also follows from the way to the depot.
            double last = Math.min(
                    customer.due(),
                    instance.depot().due() - customer.service() - customer.distanceTo(instance.depot()));
            jobs.add(Job.delivery(
                    "c" + i,
                    i,
                    new Load(customer.demand(), 0, 0),
                    customer.service(),
                    new Window(customer.ready(), last)));
        }
        return new Problem(vehicles, jobs, costs(instance), Weights.DISTANCE);
    }

    private static TravelCosts costs(Instance instance) {
        return new TravelCosts() {
            @Override
            public int places() {
                return instance.customers().size();
            }

            @Override
            public double metres(int from, int to) {
                return instance.customers()
                        .get(from)
                        .distanceTo(instance.customers().get(to));
            }

            @Override
            public double seconds(int from, int to) {
                return metres(from, to);
            }
        };
    }
}
