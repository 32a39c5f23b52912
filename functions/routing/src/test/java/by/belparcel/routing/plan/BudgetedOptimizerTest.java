package by.belparcel.routing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.PlanQuality;
import by.belparcel.routing.distance.Leg;
import by.belparcel.routing.distance.Matrix;
import by.belparcel.routing.distance.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class BudgetedOptimizerTest {

    private final RouteOptimizer simple = new NearestNeighbourTwoOpt();
    private final Problem problem = ProblemFixture.random(4, false);

    @Test
    void aSolverThatFailsIsReplacedAndTheSolutionMarked() {
        BudgetedOptimizer budgeted = new BudgetedOptimizer(
                (p, budget) -> {
                    throw new IllegalStateException("told to fail");
                },
                simple);

        Solution solution = budgeted.solve(problem, Budget.DEFAULT);

        assertThat(solution.fallbackUsed()).isTrue();
        assertThat(solution.solver()).isEqualTo("nearest-neighbour-2-opt");
        assertThat(solution.routes())
                .isEqualTo(simple.solve(problem, Budget.DEFAULT).routes());
    }

    @Test
    void aSolverThatDoesNotEndIsStoppedAndReplaced() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        BudgetedOptimizer budgeted = new BudgetedOptimizer(
                (p, budget) -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        stopped.countDown();
                    }
                    throw new IllegalStateException("stopped");
                },
                simple);

        Solution solution = budgeted.solve(problem, new Budget(0, Duration.ofMillis(50)));

        assertThat(solution.fallbackUsed()).isTrue();
        assertThat(stopped.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theBetterOfBothCounts() {
        Problem empty = new Problem(problem.vehicles(), problem.jobs(), problem.costs(), problem.weights());
        Solution poor = new Solution(List.of(), List.of(), Double.MAX_VALUE, "poor", false);

        Solution solution = new BudgetedOptimizer(
                        (p, budget) -> new Solution(
                                poor.routes(), simple.solve(p, budget).unplaced(), poor.cost(), poor.solver(), false),
                        simple)
                .solve(empty, Budget.DEFAULT);

        assertThat(solution.solver()).isEqualTo("nearest-neighbour-2-opt");
        assertThat(solution.fallbackUsed()).isFalse();
    }

    @Test
    void aTripOfTwelveStopsIsPlannedQuicklyWhenWarm() {
        double[] map = new Random(5).doubles(26, 0, 80).toArray();
        Job[] jobs = new Job[12];
        for (int i = 0; i < jobs.length; i++) {
            jobs[i] = ProblemFixture.within("j" + i, i + 1, 0, 30_000 + i * 100);
        }
        Problem trip = ProblemFixture.problem(
                ProblemFixture.map(map), Vehicle.at("v", ProblemFixture.ROOMY, 0, Limits.DEFAULT), jobs);
        BudgetedOptimizer standard = BudgetedOptimizer.standard();
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 30; i++) {
            long started = System.nanoTime();
            assertThat(standard.plan(trip, Budget.DEFAULT).block().unplaced()).isEmpty();
            best = Math.min(best, (System.nanoTime() - started) / 1e6);
        }

        assertThat(best).isLessThan(200);
    }

    @Test
    void aMatrixOfAProviderIsACostAndWhatItDoesNotKnowIsEndless() {
        Matrix matrix = new Matrix(
                2,
                2,
                Arrays.asList(new Leg(0, 0), new Leg(7, 3), null, new Leg(0, 0)),
                new Source("x", PlanQuality.ROAD, false));

        TravelCosts costs = TravelCosts.of(matrix);

        assertThat(costs.metres(0, 1)).isEqualTo(7);
        assertThat(costs.seconds(0, 1)).isEqualTo(3);
        assertThat(costs.metres(1, 0)).isInfinite();
        assertThat(costs.places()).isEqualTo(2);
    }

    @Test
    void theTimelineGoesBothWays() {
        Timeline timeline = new Timeline(Instant.parse("2026-11-20T09:00:00Z"));

        assertThat(timeline.secondsAt(Instant.parse("2026-11-20T09:01:00.500Z")))
                .isEqualTo(60.5);
        assertThat(timeline.instantAt(60.5)).isEqualTo(Instant.parse("2026-11-20T09:01:01Z"));
        assertThat(timeline.instantAt(timeline.secondsAt(Instant.parse("2026-11-20T10:00:00Z"))))
                .isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
    }
}
