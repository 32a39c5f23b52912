package by.belparcel.orders.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.OrderState;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CarriedTest {

    private static final String HUB = "hub";

    private static final Map<String, Function<Carried, Optional<Haul>>> EVENTS = Map.of(
            "added", Carried::added,
            "removed", carried -> carried.removed("MOVED"),
            "scanned", carried -> carried.pickedUp(true),
            "missing", carried -> carried.pickedUp(false),
            "delivered", Carried::delivered,
            "received", carried -> carried.receivedAtHub(HUB),
            "disbanded", carried -> carried.disbanded(HUB));

    /** Event, state and membership before and after; what is not listed changes nothing. */
    @ParameterizedTest
    @CsvSource({
        "added, CONFIRMED, , BATCHED, IN",
        "added, AT_HUB, OUT, BATCHED, IN",
        "added, CANCELLED, , CANCELLED, IN",
        "added, BATCHED, , BATCHED, IN",
        "removed, BATCHED, IN, CONFIRMED, OUT",
        "removed, BATCHED, LEFT_BEHIND, CONFIRMED, OUT",
        "removed, CANCELLED, IN, CANCELLED, OUT",
        "removed, IN_TRANSIT, PICKED_UP, IN_TRANSIT, PICKED_UP",
        "scanned, BATCHED, IN, IN_TRANSIT, PICKED_UP",
        "scanned, BATCHED, LEFT_BEHIND, IN_TRANSIT, PICKED_UP",
        "scanned, CANCELLED, IN, CANCELLED, PICKED_UP",
        "scanned, CONFIRMED, OUT, CONFIRMED, OUT",
        "missing, BATCHED, IN, BATCHED, LEFT_BEHIND",
        "missing, BATCHED, LEFT_BEHIND, BATCHED, LEFT_BEHIND",
        "delivered, IN_TRANSIT, PICKED_UP, AT_PVZ, OUT",
        "delivered, BATCHED, LEFT_BEHIND, BATCHED, LEFT_BEHIND",
        "received, IN_TRANSIT, PICKED_UP, AT_HUB, AT_HUB",
        "disbanded, AT_HUB, AT_HUB, AT_HUB, OUT",
        "disbanded, IN_TRANSIT, PICKED_UP, AT_HUB, OUT"
    })
    void followsTheBatch(
            String event, OrderState state, @Nullable Membership membership, OrderState after, Membership then) {
        Optional<Haul> haul = EVENTS.get(event).apply(carried(state, null, membership, false));

        assertThat(haul.map(Haul::membership).orElse(membership)).isEqualTo(then);
        assertThat(haul.map(Haul::step).map(Step::to).orElse(state)).isEqualTo(after);
    }

    @ParameterizedTest
    @EnumSource(Membership.class)
    void addsAnOrderOnlyOnce(Membership membership) {
        assertThat(carried(OrderState.BATCHED, null, membership, false).added().isPresent())
                .isEqualTo(membership == Membership.OUT);
    }

    @Test
    void goesBackToTheHubItCameFrom() {
        Haul haul = carried(OrderState.BATCHED, HUB, Membership.IN, false)
                .removed("MOVED")
                .orElseThrow();

        assertThat(haul.step()).isEqualTo(new Step(OrderState.BATCHED, OrderState.AT_HUB, 5, "MOVED"));
        assertThat(haul.onward()).isFalse();
    }

    @Test
    void staysBatchedWhileAnotherBatchHoldsIt() {
        Haul haul = carried(OrderState.BATCHED, null, Membership.IN, true)
                .removed("MOVED")
                .orElseThrow();

        assertThat(haul).isEqualTo(new Haul(null, Membership.OUT, null, false));
    }

    @Test
    void wantsToTravelOnOnceTheBatchIsOpened() {
        assertThat(carried(OrderState.IN_TRANSIT, null, Membership.PICKED_UP, false)
                        .receivedAtHub(HUB))
                .get()
                .extracting(Haul::onward, Haul::hubId)
                .containsExactly(false, HUB);
        assertThat(carried(OrderState.AT_HUB, HUB, Membership.AT_HUB, false).disbanded(HUB))
                .get()
                .extracting(Haul::onward)
                .isEqualTo(true);
        assertThat(carried(OrderState.AT_HUB, HUB, Membership.OUT, false).disbanded(HUB))
                .isEmpty();
    }

    private static Carried carried(
            OrderState state, @Nullable String hub, @Nullable Membership membership, boolean elsewhere) {
        return new Carried(new OrderProgress(state, 4, "p", "t"), hub, membership, elsewhere);
    }
}
