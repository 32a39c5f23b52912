package by.belparcel.orders.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.OrderState;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStateMachineTest {

    /** The table of the domain document, written a second time by hand: state, trigger, next state. */
    private static final Map<String, OrderState> ALLOWED = Stream.of(
                    "CREATED PAYMENT_AUTHORIZED AUTHORIZED",
                    "CREATED PAYMENT_REFUSED CANCELLED",
                    "CREATED CANCELLED CANCELLED",
                    "AUTHORIZED TICKET_ISSUED CONFIRMED",
                    "AUTHORIZED TICKET_FAILED CANCELLED",
                    "AUTHORIZED CANCELLED CANCELLED",
                    "CONFIRMED ADDED_TO_BATCH BATCHED",
                    "CONFIRMED CANCELLED CANCELLED",
                    "BATCHED REMOVED_FROM_BATCH CONFIRMED",
                    "BATCHED REMOVED_FROM_HUB_BATCH AT_HUB",
                    "BATCHED PICKED_UP IN_TRANSIT",
                    "BATCHED CANCELLED CANCELLED",
                    "IN_TRANSIT RECEIVED_AT_HUB AT_HUB",
                    "IN_TRANSIT DELIVERED_TO_PVZ AT_PVZ",
                    "IN_TRANSIT PARCEL_LACKING MISSING",
                    "AT_HUB ADDED_TO_BATCH BATCHED",
                    "AT_PVZ ACCEPTED_AT_PVZ READY",
                    "AT_PVZ PARCEL_LACKING MISSING",
                    "MISSING ACCEPTED_AT_PVZ READY",
                    "MISSING GIVEN_UP LOST",
                    "READY ISSUED_TO_CLIENT ISSUED",
                    "READY STORAGE_EXPIRED OVERDUE",
                    "READY RETURNED_TO_COURIER RETURNING",
                    "OVERDUE STORAGE_EXTENDED READY",
                    "OVERDUE RETURNED_TO_COURIER RETURNING",
                    "ISSUED RETURNED_BY_CLIENT CLIENT_RETURNED",
                    "CLIENT_RETURNED RETURNED_TO_COURIER RETURNING",
                    "RETURNING SCANNED_AT_WAREHOUSE RETURNED")
            .collect(Collectors.toMap(
                    row -> row.substring(0, row.lastIndexOf(' ')),
                    row -> OrderState.valueOf(row.substring(row.lastIndexOf(' ') + 1))));

    @ParameterizedTest // all 16 x 20 pairs, legal and illegal
    @EnumSource(OrderState.class)
    void allowsExactlyWhatTheTableSays(OrderState from) {
        for (OrderTrigger trigger : OrderTrigger.values()) {
            assertThat(OrderStateMachine.next(from, trigger))
                    .as("%s on %s", from, trigger)
                    .isEqualTo(Optional.ofNullable(ALLOWED.get(from + " " + trigger)));
        }
    }

    @Test
    void leavesNoFinalStateExceptForAClientReturn() {
        for (OrderState state : OrderState.values()) {
            boolean leaves = Arrays.stream(OrderTrigger.values())
                    .anyMatch(trigger -> OrderStateMachine.next(state, trigger).isPresent());
            assertThat(leaves)
                    .as(state.name())
                    .isEqualTo(!OrderStateMachine.isFinal(state) || state == OrderState.ISSUED);
        }
    }

    @Test
    void namesTheStatesInWhichAnOrderCanBeCancelled() {
        assertThat(OrderStateMachine.sources(OrderTrigger.CANCELLED))
                .containsExactly(OrderState.CREATED, OrderState.AUTHORIZED, OrderState.CONFIRMED, OrderState.BATCHED);
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void canReachEveryState(OrderState state) {
        assertThat(state == OrderState.CREATED || ALLOWED.containsValue(state)).isTrue();
    }
}
