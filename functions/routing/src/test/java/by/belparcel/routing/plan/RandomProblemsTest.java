package by.belparcel.routing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.StopType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties of solutions over problems from fixed seeds. */
final class RandomProblemsTest {

    private static final int PROBLEMS = 60;
    private static final Budget BUDGET = new Budget(60, Duration.ofSeconds(20));

    private final RouteOptimizer jsprit = new JspritOptimizer();
    private final RouteOptimizer simple = new NearestNeighbourTwoOpt();
    private final RouteOptimizer standard = BudgetedOptimizer.standard();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyJobIsOnceInTheSolutionAndEveryLimitIsKept(boolean hardWindows) {
        for (long seed = 0; seed < PROBLEMS; seed++) {
            Problem problem = ProblemFixture.random(seed, hardWindows);
            check(problem, jsprit.solve(problem, BUDGET));
            check(problem, simple.solve(problem, BUDGET));
        }
    }

    @Test
    void theStandardSolverIsNeverWorseThanTheSimpleOneAndOftenBetter() {
        int better = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            Problem problem = ProblemFixture.random(seed, false);
            Solution found = standard.solve(problem, BUDGET);
            Solution plain = simple.solve(problem, BUDGET);

            assertThat(found.unplaced().size())
                    .isLessThanOrEqualTo(plain.unplaced().size());
            if (found.unplaced().size() == plain.unplaced().size()) {
                assertThat(found.cost()).isLessThanOrEqualTo(plain.cost() + 1e-6);
            }
            better += found.solver().equals("jsprit") ? 1 : 0;
        }
        assertThat(better).isGreaterThan(PROBLEMS / 2);
    }

    @Test
    void theSameProblemHasTheSameSolution() {
        for (long seed = 0; seed < 10; seed++) {
            Problem problem = ProblemFixture.random(seed, false);

            assertThat(jsprit.solve(problem, BUDGET)).isEqualTo(new JspritOptimizer().solve(problem, BUDGET));
        }
    }

    private static void check(Problem problem, Solution solution) {
        List<String> seen = new ArrayList<>();
        Map<String, Job> jobs = problem.jobsById();
        for (PlannedRoute route : solution.routes()) {
            Vehicle vehicle = problem.vehicles().stream()
                    .filter(v -> v.id().equals(route.vehicleId()))
                    .findFirst()
                    .orElseThrow();
            Load load = Load.NONE;
            List<StopType> types = new ArrayList<>();
            for (PlannedStop stop : route.stops()) {
                Job job = jobs.get(stop.jobId());
                seen.add(job.id());
                load = load.plus(job.load());
                types.add(job.type());
                assertThat(job.open()).isTrue();
                if (problem.weights().hardWindows() && !job.windows().isEmpty()) {
                    assertThat(job.windows())
                            .anyMatch(w -> stop.begin() >= w.from() - 1e-6 && stop.begin() <= w.to() + 1e-6);
                }
            }
            assertThat(load.fitsInto(vehicle.capacity())).isTrue();
            assertThat(route.stops()).hasSizeLessThanOrEqualTo(vehicle.limits().maxStops());
            assertThat(route.durationS()).isLessThanOrEqualTo(vehicle.limits().maxDurationS() + 1e-6);
            assertThat(route.drivingS()).isLessThanOrEqualTo(vehicle.limits().maxDrivingS() + 1e-6);
            assertThat(types.lastIndexOf(StopType.PICKUP)).isLessThanOrEqualTo(before(types, StopType.PVZ));
            assertThat(types.lastIndexOf(StopType.PVZ)).isLessThanOrEqualTo(before(types, StopType.RETURN));
        }
        solution.unplaced().forEach(unplaced -> {
            seen.add(unplaced.jobId());
            boolean closed = !jobs.get(unplaced.jobId()).open();
            assertThat(unplaced.reason() == UnplacedReason.DEST_CLOSED).isEqualTo(closed);
        });
        assertThat(seen).containsExactlyInAnyOrderElementsOf(jobs.keySet());
    }

    private static int before(List<StopType> types, StopType first) {
        int index = types.indexOf(first);
        return index < 0 ? types.size() : index;
    }
}
