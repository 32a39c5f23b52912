package by.belparcel.routing.plan;

import static by.belparcel.routing.plan.ProblemFixture.heavy;
import static by.belparcel.routing.plan.ProblemFixture.job;
import static by.belparcel.routing.plan.ProblemFixture.map;
import static by.belparcel.routing.plan.ProblemFixture.problem;
import static by.belparcel.routing.plan.ProblemFixture.pvz;
import static by.belparcel.routing.plan.ProblemFixture.vehicle;
import static by.belparcel.routing.plan.ProblemFixture.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import by.belparcel.kernel.StopType;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What both solvers promise. */
final class RouteOptimizerTest {

    static Stream<RouteOptimizer> solvers() {
        return Stream.of(new JspritOptimizer(), new NearestNeighbourTwoOpt(), BudgetedOptimizer.standard());
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void visitsPlacesOnALineInTheirOrder(RouteOptimizer solver) {
        Problem problem =
                problem(map(0, 0, 30, 0, 10, 0, 20, 0), vehicle("v"), pvz("far", 1), pvz("near", 2), pvz("middle", 3));

        Solution solution = solver.solve(problem, Budget.DEFAULT);

        assertThat(stops(solution)).containsExactly("near", "middle", "far");
        PlannedStop last = solution.routes().getFirst().stops().getLast();
        assertThat(last.arrival()).isCloseTo(3000 + 2 * 60, within(1e-6));
        assertThat(last.legMetres()).isCloseTo(10_000, within(1e-6));
        assertThat(solution.metres()).isCloseTo(30_000, within(1e-6));
        assertThat(solution.fallbackUsed()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void picksUpFirstAndReturnsLastWhateverTheWay(RouteOptimizer solver) {
        Problem problem = problem(
                map(0, 0, 30, 0, 10, 0, 5, 0, 15, 0),
                vehicle("v"),
                job("return", StopType.RETURN, 3),
                pvz("pvz", 2),
                job("hub", StopType.HUB, 4),
                job("pickup", StopType.PICKUP, 1));

        assertThat(stops(solver.solve(problem, Budget.DEFAULT))).containsExactly("pickup", "hub", "pvz", "return");
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void leavesStartedStopsWhereTheyAre(RouteOptimizer solver) {
        Vehicle started =
                new Vehicle("v", ProblemFixture.ROOMY, 0, OptionalInt.empty(), 0, Limits.NONE, List.of("far", "near"));
        Problem problem = problem(
                map(0, 0, 40, 0, 10, 0, 20, 0, 30, 0),
                started,
                pvz("c", 4),
                pvz("near", 2),
                pvz("far", 1),
                pvz("b", 3));

        Solution solution = solver.solve(problem, Budget.DEFAULT);

        assertThat(stops(solution)).startsWith("far", "near").containsExactlyInAnyOrder("far", "near", "b", "c");
        assertThat(stops(solution).subList(2, 4)).containsExactly("b", "c");
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void goesALongerWayToBeInTime(RouteOptimizer solver) {
        Job slow = new Job("near", StopType.PVZ, 1, Load.NONE, 600, List.of(), true);
        Problem problem = problem(map(0, 0, 10, 0, 20, 0), vehicle("v"), slow, within("urgent", 2, 0, 2000));

        assertThat(stops(solver.solve(problem, Budget.DEFAULT))).containsExactly("urgent", "near");
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void isLateRatherThanAbsentWhenWindowsAreSoft(RouteOptimizer solver) {
        Job one = within("one", 1, 0, 1050);
        Job other = within("other", 2, 0, 1050);
        Problem soft = problem(map(0, 0, 10, 0, -10, 0), vehicle("v"), one, other);
        Problem hard = new Problem(soft.vehicles(), soft.jobs(), soft.costs(), Weights.DISTANCE);

        Solution late = solver.solve(soft, Budget.DEFAULT);
        assertThat(late.unplaced()).isEmpty();
        assertThat(late.routes().getFirst().lateS()).isCloseTo(1000 + 60 + 2000 - 1050, within(1e-6));
        assertThat(solver.solve(hard, Budget.DEFAULT).unplaced())
                .extracting(Unplaced::reason)
                .containsExactly(UnplacedReason.WINDOW_IMPOSSIBLE);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void waitsForTheSecondWindowWhenTheFirstIsOver(RouteOptimizer solver) {
        Job twice = new Job(
                "twice", StopType.PVZ, 1, Load.NONE, 0, List.of(new Window(0, 500), new Window(2000, 3000)), true);

        Solution solution = solver.solve(problem(map(0, 0, 10, 0), vehicle("v"), twice), Budget.DEFAULT);

        assertThat(solution.routes().getFirst().stops().getFirst().begin()).isEqualTo(2000);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void saysWhyAStopIsLeftOut(RouteOptimizer solver) {
        TravelCosts costs = map(0, 0, 10, 0);
        Load weight = new Load(2_000_000, 1, 1);
        Load volume = new Load(1, 20_000_000, 1);
        Load slots = new Load(1, 1, 101);
        Job closed = new Job("x", StopType.PVZ, 1, Load.NONE, 0, List.of(), false);

        assertThat(reason(solver, costs, Limits.NONE, heavy("x", 1, weight)))
                .isEqualTo(UnplacedReason.NO_CAPACITY_WEIGHT);
        assertThat(reason(solver, costs, Limits.NONE, heavy("x", 1, volume)))
                .isEqualTo(UnplacedReason.NO_CAPACITY_VOLUME);
        assertThat(reason(solver, costs, Limits.NONE, heavy("x", 1, slots)))
                .isEqualTo(UnplacedReason.NO_CAPACITY_VOLUME);
        assertThat(reason(solver, costs, Limits.NONE, closed)).isEqualTo(UnplacedReason.DEST_CLOSED);
        assertThat(reason(solver, costs, Limits.NONE, within("x", 1, 0, 999)))
                .isEqualTo(UnplacedReason.WINDOW_IMPOSSIBLE);
        assertThat(reason(solver, costs, new Limits(9, 1_059, 9_999), pvz("x", 1)))
                .isEqualTo(UnplacedReason.MAX_DURATION);
        assertThat(reason(solver, costs, new Limits(9, 9_999, 999), pvz("x", 1)))
                .isEqualTo(UnplacedReason.MAX_DURATION);
        assertThat(reason(solver, unreachable(), Limits.NONE, pvz("x", 1))).isEqualTo(UnplacedReason.PROVIDER_DOWN);
        assertThat(solver.solve(new Problem(List.of(), List.of(pvz("x", 1)), costs, Weights.DEFAULT), Budget.DEFAULT)
                        .unplaced())
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void stopsAtTheNumberOfStops(RouteOptimizer solver) {
        Vehicle two = Vehicle.at("v", ProblemFixture.ROOMY, 0, new Limits(2, 99_999, 99_999));
        Problem problem = problem(map(0, 0, 10, 0, 20, 0, 30, 0), two, pvz("a", 1), pvz("b", 2), pvz("c", 3));

        Solution solution = solver.solve(problem, Budget.DEFAULT);

        assertThat(stops(solution)).hasSize(2);
        assertThat(solution.unplaced()).extracting(Unplaced::reason).containsExactly(UnplacedReason.MAX_STOPS);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void sharesAmongVehiclesWhatOneCannotCarry(RouteOptimizer solver) {
        Load half = new Load(600_000, 1, 1);
        Problem one = problem(map(0, 0, 10, 0, 20, 0), vehicle("v"), heavy("a", 1, half), heavy("b", 2, half));
        Problem two = new Problem(List.of(vehicle("v"), vehicle("w")), one.jobs(), one.costs(), one.weights());

        assertThat(solver.solve(two, Budget.DEFAULT).unplaced()).isEmpty();
        assertThat(solver.solve(two, Budget.DEFAULT).routes()).hasSize(2);
        assertThat(solver.solve(one, Budget.DEFAULT).unplaced()).hasSize(1);
    }

    private static UnplacedReason reason(RouteOptimizer solver, TravelCosts costs, Limits limits, Job job) {
        Vehicle vehicle = Vehicle.at("v", ProblemFixture.ROOMY, 0, limits);
        Solution solution = solver.solve(problem(costs, vehicle, job), Budget.DEFAULT);
        assertThat(solution.routes()).isEmpty();
        return solution.unplaced().getFirst().reason();
    }

    private static TravelCosts unreachable() {
        return new TravelCosts() {
            @Override
            public int places() {
                return 2;
            }

            @Override
            public double metres(int from, int to) {
                return from == to ? 0 : Double.POSITIVE_INFINITY;
            }

            @Override
            public double seconds(int from, int to) {
                return metres(from, to);
            }
        };
    }

    private static List<String> stops(Solution solution) {
        return solution.routes().stream()
                .flatMap(route -> route.stops().stream())
                .map(PlannedStop::jobId)
                .toList();
    }
}
