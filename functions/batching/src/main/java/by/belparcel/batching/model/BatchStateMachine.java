package by.belparcel.batching.model;

import static by.belparcel.kernel.BatchState.*;
import static java.util.Map.entry;

import by.belparcel.kernel.BatchState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table of allowed transitions (domain delivery.md section 3). Whatever is not in it is not allowed.
 *
 * <p>What a carrier did is a fact, and the facts of one batch reach different handlers in any order. So a later fact is
 * taken before an earlier one has arrived, and the earlier one is then ignored. Even a cancelled batch is picked up when the
 * carrier was faster than the news of its cancellation.
 */
public final class BatchStateMachine {

    private static final Map<BatchTrigger, BatchState> CARRIER_FACTS = Map.of(
            BatchTrigger.PICK_UP, PICKED_UP,
            BatchTrigger.DELIVER, DELIVERED,
            BatchTrigger.RECEIVE_AT_HUB, RECEIVED_AT_HUB,
            BatchTrigger.SPLIT, SPLIT,
            BatchTrigger.RECEIVE, RECEIVED,
            BatchTrigger.RECEIVE_PARTLY, PARTIALLY_RECEIVED);

    private static final Map<BatchState, Map<BatchTrigger, BatchState>> TABLE = Map.ofEntries(
            entry(OPEN, Map.of(BatchTrigger.CLOSE, CLOSED, BatchTrigger.CANCEL, CANCELLED)),
            entry(CLOSED, withCarrierFacts(Map.of(BatchTrigger.PLAN, PLANNED, BatchTrigger.CANCEL, CANCELLED))),
            entry(PLANNED, withCarrierFacts(Map.of(BatchTrigger.UNPLAN, CLOSED, BatchTrigger.CANCEL, CANCELLED))),
            entry(
                    PICKED_UP,
                    Map.of(
                            BatchTrigger.DELIVER, DELIVERED,
                            BatchTrigger.RECEIVE_AT_HUB, RECEIVED_AT_HUB,
                            BatchTrigger.SPLIT, SPLIT,
                            BatchTrigger.RECEIVE, RECEIVED,
                            BatchTrigger.RECEIVE_PARTLY, PARTIALLY_RECEIVED)),
            entry(DELIVERED, Map.of(BatchTrigger.RECEIVE, RECEIVED, BatchTrigger.RECEIVE_PARTLY, PARTIALLY_RECEIVED)),
            entry(RECEIVED, Map.of(BatchTrigger.RECEIVE_PARTLY, PARTIALLY_RECEIVED)),
            entry(PARTIALLY_RECEIVED, Map.of(BatchTrigger.RECONCILE, RECONCILED)),
            entry(CANCELLED, Map.of(BatchTrigger.PICK_UP, PICKED_UP)),
            entry(RECEIVED_AT_HUB, Map.of(BatchTrigger.DISBAND, DISBANDED)));

    private BatchStateMachine() {}

    /** Empty when the trigger is not allowed in this state. */
    public static Optional<BatchState> next(BatchState from, BatchTrigger trigger) {
        return Optional.ofNullable(TABLE.getOrDefault(from, Map.of()).get(trigger));
    }

    /** States in which the trigger is allowed, in the order of the vocabulary. */
    public static List<BatchState> sources(BatchTrigger trigger) {
        return Arrays.stream(BatchState.values())
                .filter(state -> next(state, trigger).isPresent())
                .toList();
    }

    /** Whether orders may still leave. */
    public static boolean isBeforePickUp(BatchState state) {
        return state == OPEN || state == CLOSED || state == PLANNED;
    }

    private static Map<BatchTrigger, BatchState> withCarrierFacts(Map<BatchTrigger, BatchState> own) {
        Map<BatchTrigger, BatchState> all = new java.util.EnumMap<>(CARRIER_FACTS);
        all.putAll(own);
        return Map.copyOf(all);
    }
}
