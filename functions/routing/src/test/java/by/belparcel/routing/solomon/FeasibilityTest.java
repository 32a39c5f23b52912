package by.belparcel.routing.solomon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FeasibilityTest {

    private static final List<List<Integer>> GOOD = List.of(List.of(1, 2), List.of(3, 4));

    private final Instance square = InstanceReader.read(InstanceFixture.square());

    @Test
    void acceptsASolutionAndMeasuresItNotRounded() {
        assertThat(Feasibility.problems(square, GOOD)).isEmpty();
        assertThat(Feasibility.distance(square, GOOD)).isCloseTo(40 + 4 * Math.sqrt(200), within(1e-9));
    }

    @Test
    void findsACustomerThatIsMissedOrServedTwice() {
        assertThat(Feasibility.problems(square, List.of(List.of(1, 2), List.of(3))))
                .containsExactly("customer 4 is not served");
        assertThat(Feasibility.problems(square, List.of(List.of(1, 2), List.of(3, 4), List.of(1))))
                .containsExactly("customer 1 is served twice");
        assertThat(Feasibility.problems(square, List.of(List.of(1, 2), List.of(3, 4, 9))))
                .contains("there is no customer 9");
    }

    @Test
    void findsALoadThatDoesNotFitAndVehiclesThatAreNotThere() {
        assertThat(Feasibility.problems(square, List.of(List.of(1, 2, 3), List.of(4))))
                .containsExactly("a load of 30 in a vehicle for 20");
        Instance two = new Instance("two", 1, 20, square.customers());
        assertThat(Feasibility.problems(two, GOOD)).containsExactly("2 vehicles of 1");
    }

    @Test
    void findsAWindowThatIsMissedAndAReturnThatIsLate() {
        Instance tight = InstanceReader.read(
                InstanceFixture.square().replace("0       1000         10", "0         20         10"));
        assertThat(Feasibility.problems(tight, GOOD))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains("due at 20.0"));
        Instance early = InstanceReader.read(
                InstanceFixture.square().replace("0       1000          0", "0         60          0"));
        assertThat(Feasibility.problems(early, GOOD)).hasSize(2).containsOnly("a vehicle comes back after 60.0");
    }

    @Test
    void waitsForAWindowToOpen() {
        Instance later = InstanceReader.read(InstanceFixture.square()
                .replace("          0       1000         10", "        500       1000         10"));

        assertThat(Feasibility.problems(later, GOOD)).isEmpty();
    }
}
