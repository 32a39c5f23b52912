package by.belparcel.routing.solomon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import by.belparcel.routing.plan.Budget;
import by.belparcel.routing.plan.JspritOptimizer;
import by.belparcel.routing.plan.JspritTuning;
import by.belparcel.routing.plan.NearestNeighbourTwoOpt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InstanceSolverTest {

    private static final Budget SHORT = new Budget(200, Duration.ofSeconds(10));

    private final InstanceSolver solver = new InstanceSolver(new JspritOptimizer(JspritTuning.DEFAULT), SHORT);

    @Test
    void findsTheBestOfASmallInstance() {
        InstanceResult result = solver.measure(InstanceReader.read(InstanceFixture.square()));

        assertThat(result.problems()).isEmpty();
        assertThat(result.distance()).isCloseTo(40 + 4 * Math.sqrt(200), within(1e-9));
        assertThat(result.vehicles()).isEqualTo(2);
        assertThat(result.ratio()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 25, 50})
    void itsSolutionsAreFeasibleAndNotLongerThanThoseOfTheSimpleSolver(int customers) {
        Instance instance = InstanceReader.read(InstanceFixture.random(customers, customers));
        InstanceResult simple = new InstanceSolver(new NearestNeighbourTwoOpt(), SHORT).measure(instance);

        InstanceResult result = solver.measure(instance);

        assertThat(result.problems()).isEmpty();
        assertThat(simple.problems()).isEmpty();
        assertThat(result.distance()).isLessThanOrEqualTo(simple.distance() + 1e-6);
    }

    @Test
    void theTimeOfTheThoroughSolverIsKept() {
        Instance instance = InstanceReader.read(InstanceFixture.random(100, 3));
        InstanceSolver thorough =
                new InstanceSolver(new JspritOptimizer(JspritTuning.THOROUGH), new Budget(0, Duration.ofSeconds(2)));

        InstanceResult result = thorough.measure(instance);

        assertThat(result.problems()).isEmpty();
        assertThat(result.seconds()).isBetween(1.0, 6.0);
    }

    @Test
    void theBestKnownDistanceIsThatOfTheWholeInstanceOnly() {
        List<Instance.Customer> customers = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            customers.add(new Instance.Customer(i, i, i, 1, 0, 1000, 0));
        }

        assertThat(BestKnown.of(new Instance("c101", 25, 200, customers))).isEqualTo(OptionalDouble.of(828.94));
        assertThat(BestKnown.of(new Instance("R110", 25, 200, customers))).isEqualTo(OptionalDouble.of(1072.41));
        assertThat(BestKnown.of(new Instance("C101", 25, 200, customers.subList(0, 26))))
                .isEmpty();
        assertThat(BestKnown.of(new Instance("R1_2_1", 25, 200, customers))).isEmpty();
    }
}
