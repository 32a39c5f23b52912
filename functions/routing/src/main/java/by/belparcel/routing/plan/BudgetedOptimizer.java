package by.belparcel.routing.plan;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The better solver as long as it answers in time, otherwise the simple one, which is marked then. Of two answers the one that
 * leaves out less and costs less counts.
 */
public final class BudgetedOptimizer implements RouteOptimizer {

    private static final Logger LOG = LoggerFactory.getLogger(BudgetedOptimizer.class);
    /** The solver ends by itself before its caller gives up. */
    private static final double OWN_SHARE = 0.8;

    private final RouteOptimizer solver;
    private final RouteOptimizer simple;

    public BudgetedOptimizer(RouteOptimizer solver, RouteOptimizer simple) {
        this.solver = solver;
        this.simple = simple;
    }

    /** jsprit, and nearest neighbour with 2-opt behind it. */
    public static BudgetedOptimizer standard() {
        return new BudgetedOptimizer(new JspritOptimizer(), new NearestNeighbourTwoOpt());
    }

    @Override
    public Solution solve(Problem problem, Budget budget) {
        Solution plain = simple.solve(problem, budget);
        Budget own = new Budget(
                budget.iterations(), Duration.ofNanos((long) (budget.time().toNanos() * OWN_SHARE)));
        FutureTask<Solution> task = new FutureTask<>(() -> solver.solve(problem, own));
        Thread.ofPlatform().daemon().name("route-optimizer").start(task);
        try {
            Solution better = task.get(budget.time().toNanos(), TimeUnit.NANOSECONDS);
            return isBetter(plain, better) ? plain : better;
        } catch (TimeoutException e) {
            LOG.warn("the solver took longer than {}", budget.time());
        } catch (ExecutionException e) {
            LOG.warn("the solver failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            task.cancel(true);
        }
        return plain.asFallback();
    }

    private static boolean isBetter(Solution one, Solution other) {
        int left = Integer.compare(one.unplaced().size(), other.unplaced().size());
        return left < 0 || left == 0 && one.cost() < other.cost() - Schedule.TOLERANCE;
    }
}
