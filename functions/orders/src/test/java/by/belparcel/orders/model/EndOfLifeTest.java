package by.belparcel.orders.model;

import static by.belparcel.orders.model.ParcelStories.STORIES;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.OrderState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts of a pick-up point in any order, doubled and overtaking, end where they end in their own order. */
class EndOfLifeTest {

    private static final int RUNS = 20_000;

    @Test // D3, D6: order of arrival does not matter
    void endsInTheSameStateWhateverTheOrderOfTheFacts() {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            boolean partial = random.nextBoolean();
            int total = 1 + random.nextInt(3);
            List<List<ParcelAtPvz>> stories = new ArrayList<>();
            for (int no = 1; no <= total; no++) {
                stories.add(ParcelStories.of(no, STORIES.get(random.nextInt(STORIES.size()))));
            }
            List<ParcelAtPvz> orderly = stories.stream().flatMap(List::stream).toList();
            List<ParcelAtPvz> shuffled = new ArrayList<>(orderly);
            shuffled.addAll(orderly.subList(0, random.nextInt(orderly.size())));
            Collections.shuffle(shuffled, random);
            OrderState start = List.of(OrderState.BATCHED, OrderState.IN_TRANSIT, OrderState.AT_PVZ)
                    .get(random.nextInt(3));

            assertThat(live(start, shuffled, total, partial))
                    .as("seed %d: %s", seed, shuffled)
                    .isEqualTo(live(start, orderly, total, partial));
        }
    }

    @ParameterizedTest // facts that overtake others imply them
    @CsvSource({
        "IN_TRANSIT, READY, IN_TRANSIT AT_PVZ READY",
        "BATCHED, READY, BATCHED IN_TRANSIT AT_PVZ READY",
        "MISSING, READY, MISSING READY",
        "AT_PVZ, ISSUED, AT_PVZ READY ISSUED",
        "OVERDUE, ISSUED, OVERDUE READY ISSUED",
        "OVERDUE, READY, OVERDUE READY",
        "READY, RETURNING, READY RETURNING",
        "ISSUED, CLIENT_RETURNED, ISSUED CLIENT_RETURNED",
        "ISSUED, READY, ISSUED",
        "LOST, READY, LOST",
        "CANCELLED, READY, CANCELLED",
        "AT_HUB, READY, AT_HUB",
        "AT_PVZ, MISSING, AT_PVZ MISSING",
        "READY, MISSING, READY"
    })
    void passesOnlyStatesOfTheTable(OrderState from, OrderState to, String way) {
        Advance advance = at(from).toward(PvzGoal.of(to));
        List<OrderState> passed = new ArrayList<>(List.of(from));
        advance.steps().forEach(step -> passed.add(step.to()));

        assertThat(passed)
                .isEqualTo(
                        Arrays.stream(way.split(" ")).map(OrderState::valueOf).toList());
        assertThat(advance.after().version()).isEqualTo(7 + advance.steps().size());
    }

    @Test
    void givesTheReasonToTheLastStepOnly() {
        Advance advance =
                at(OrderState.READY).toward(new PvzGoal(List.of(OrderState.OVERDUE, OrderState.RETURNING), "EXPIRED"));

        assertThat(advance.steps())
                .containsExactly(
                        new Step(OrderState.READY, OrderState.OVERDUE, 8, null),
                        new Step(OrderState.OVERDUE, OrderState.RETURNING, 9, "EXPIRED"));
    }

    private static OrderState live(OrderState start, List<ParcelAtPvz> facts, int total, boolean partial) {
        OrderProgress order = at(start);
        ParcelsAtPvz parcels = ParcelsAtPvz.NONE;
        for (ParcelAtPvz fact : facts) {
            parcels = parcels.heard(fact).orElse(parcels);
            OrderProgress present = order;
            order = parcels.goal(total, partial)
                    .map(goal -> present.toward(goal).after())
                    .orElse(order);
        }
        return order.state();
    }

    private static OrderProgress at(OrderState state) {
        return new OrderProgress(state, 7, null, null);
    }
}
