package by.belparcel.batching.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.BatchState;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchStateMachineTest {

    @ParameterizedTest // domain delivery.md section 3
    @CsvSource({
        "OPEN, CLOSE, CLOSED",
        "OPEN, CANCEL, CANCELLED",
        "CLOSED, PLAN, PLANNED",
        "CLOSED, CANCEL, CANCELLED",
        "PLANNED, UNPLAN, CLOSED",
        "PLANNED, CANCEL, CANCELLED",
        "PLANNED, PICK_UP, PICKED_UP",
        "PICKED_UP, DELIVER, DELIVERED",
        "PICKED_UP, RECEIVE_AT_HUB, RECEIVED_AT_HUB",
        "PICKED_UP, SPLIT, SPLIT",
        "RECEIVED_AT_HUB, DISBAND, DISBANDED",
        "DELIVERED, RECEIVE, RECEIVED",
        "DELIVERED, RECEIVE_PARTLY, PARTIALLY_RECEIVED",
        "PARTIALLY_RECEIVED, RECONCILE, RECONCILED"
    })
    void allowsTheTransitionsOfTheDomain(BatchState from, BatchTrigger trigger, BatchState to) {
        assertThat(BatchStateMachine.next(from, trigger)).contains(to);
    }

    @Test
    void takesFactsOfTheCarrierThatOvertookThePlan() {
        for (BatchState from : List.of(BatchState.CLOSED, BatchState.PLANNED)) {
            assertThat(BatchStateMachine.next(from, BatchTrigger.PICK_UP)).contains(BatchState.PICKED_UP);
            assertThat(BatchStateMachine.next(from, BatchTrigger.DELIVER)).contains(BatchState.DELIVERED);
            assertThat(BatchStateMachine.next(from, BatchTrigger.RECEIVE_AT_HUB))
                    .contains(BatchState.RECEIVED_AT_HUB);
        }
    }

    @Test
    void neverGoesBackFromWhatTheCarrierDid() {
        for (BatchState state : List.of(
                BatchState.PICKED_UP,
                BatchState.DELIVERED,
                BatchState.DISBANDED,
                BatchState.SPLIT,
                BatchState.CANCELLED)) {
            assertThat(Arrays.stream(BatchTrigger.values())
                            .flatMap(trigger -> BatchStateMachine.next(state, trigger).stream()))
                    .doesNotContain(BatchState.OPEN, BatchState.CLOSED, BatchState.PLANNED, BatchState.CANCELLED);
        }
    }

    @Test
    void allowsNothingInFinalStates() {
        for (BatchState state : List.of(BatchState.DISBANDED, BatchState.SPLIT, BatchState.RECONCILED)) {
            assertThat(Arrays.stream(BatchTrigger.values())
                            .flatMap(trigger -> BatchStateMachine.next(state, trigger).stream()))
                    .isEmpty();
        }
    }

    @Test
    void allowsOnlyACarrierThatWasFasterToTakeACancelledBatch() {
        assertThat(Arrays.stream(BatchTrigger.values())
                        .filter(trigger -> BatchStateMachine.next(BatchState.CANCELLED, trigger)
                                .isPresent()))
                .containsExactly(BatchTrigger.PICK_UP);
    }

    @Test
    void letsOrdersLeaveUntilPickUp() {
        assertThat(Arrays.stream(BatchState.values()).filter(BatchStateMachine::isBeforePickUp))
                .containsExactly(BatchState.OPEN, BatchState.CLOSED, BatchState.PLANNED)
                .containsExactlyElementsOf(BatchStateMachine.sources(BatchTrigger.CANCEL));
    }
}
