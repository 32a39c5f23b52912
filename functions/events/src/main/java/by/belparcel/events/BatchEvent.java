package by.belparcel.events;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.kernel.BatchCloseReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts about batches; key = batch id. */
public sealed interface BatchEvent extends DomainEvent {

    Instant at();

    /** The first order of a key opened a batch. */
    record Opened(String batchId, String number, BatchKey key, Instant closesAt, Instant at) implements BatchEvent {
        public static final EventType<Opened> TYPE = EventType.v1("batch.opened", Topics.BATCH, Opened.class);

        @Override
        public EventType<Opened> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return batchId;
        }
    }

    /** An order joined the batch; the sums are those after it. */
    record OrderAdded(String batchId, String orderId, int count, long weightG, long volumeCm3, Instant at)
            implements BatchEvent {
        public static final EventType<OrderAdded> TYPE =
                EventType.v1("batch.order-added", Topics.BATCH, OrderAdded.class);

        @Override
        public EventType<OrderAdded> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return batchId;
        }
    }

    /** An order left the batch; the sums are those after it. */
    record OrderRemoved(
            String batchId, String orderId, int count, long weightG, long volumeCm3, String reason, Instant at)
            implements BatchEvent {
        public static final EventType<OrderRemoved> TYPE =
                EventType.v1("batch.order-removed", Topics.BATCH, OrderRemoved.class);

        @Override
        public EventType<OrderRemoved> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return batchId;
        }
    }

    /** The batch is complete and wants a trip. */
    record Closed(
            String batchId,
            String number,
            BatchKey key,
            List<String> orders,
            int count,
            long weightG,
            long volumeCm3,
            BatchCloseReason reason,
            Instant oldestAt,
            Instant at)
            implements BatchEvent {
        public static final EventType<Closed> TYPE = EventType.v1("batch.closed", Topics.BATCH, Closed.class);

        @Override
        public EventType<Closed> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return batchId;
        }
    }

    /** The batch was emptied or given up; its orders wait again. */
    record Cancelled(String batchId, List<String> orders, String reason, Instant at) implements BatchEvent {
        public static final EventType<Cancelled> TYPE = EventType.v1("batch.cancelled", Topics.BATCH, Cancelled.class);

        @Override
        public EventType<Cancelled> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return batchId;
        }
    }

    /** The children hold the orders of the batch, each exactly once. */
    record Split(String batchId, List<BatchPart> children, Instant at) implements BatchEvent {
        public static final EventType<Split> TYPE = EventType.v1("batch.split", Topics.BATCH, Split.class);

        @Override
        public EventType<Split> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return batchId;
        }
    }

    /** A hub opened the batch; its orders travel on one by one. */
    record Disbanded(String batchId, List<String> orders, String hubId, Instant at) implements BatchEvent {
        public static final EventType<Disbanded> TYPE = EventType.v1("batch.disbanded", Topics.BATCH, Disbanded.class);

        @Override
        public EventType<Disbanded> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return batchId;
        }
    }

    /** The carrier has scanned the batch at the place it starts from. */
    record PickedUp(
            String batchId,
            String tripId,
            String carrierId,
            String pickupPointId,
            List<String> scanned,
            List<String> missing,
            @Nullable String seal,
            Instant at)
            implements BatchEvent {
        public static final EventType<PickedUp> TYPE = EventType.v1("batch.picked-up", Topics.BATCH, PickedUp.class);

        @Override
        public EventType<PickedUp> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return batchId;
        }
    }

    /** The carrier handed the batch over at the pick-up point. */
    record DeliveredToPvz(
            String batchId,
            String tripId,
            String carrierId,
            String pvzId,
            Instant deliveredAt,
            List<String> flags,
            Instant at)
            implements BatchEvent {
        public static final EventType<DeliveredToPvz> TYPE =
                EventType.v1("batch.delivered-to-pvz", Topics.BATCH, DeliveredToPvz.class);

        @Override
        public EventType<DeliveredToPvz> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return batchId;
        }
    }

    /** The carrier handed the batch over at a hub. */
    record ReceivedAtHub(
            String batchId,
            String tripId,
            String carrierId,
            String hubId,
            Instant deliveredAt,
            List<String> flags,
            Instant at)
            implements BatchEvent {
        public static final EventType<ReceivedAtHub> TYPE =
                EventType.v1("batch.received-at-hub", Topics.BATCH, ReceivedAtHub.class);

        @Override
        public EventType<ReceivedAtHub> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return batchId;
        }
    }

    /** The pick-up point counted what came. */
    record ReceivedByPvz(
            String batchId,
            String pvzId,
            List<ParcelRef> accepted,
            List<ParcelRef> missing,
            List<ParcelRef> extra,
            List<ParcelRef> damaged,
            boolean partial,
            Instant at)
            implements BatchEvent {
        public static final EventType<ReceivedByPvz> TYPE =
                EventType.v1("batch.received-by-pvz", Topics.BATCH, ReceivedByPvz.class);

        @Override
        public EventType<ReceivedByPvz> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return batchId;
        }
    }

    /** Every missing order was found or is lost. */
    record Reconciled(String batchId, String pvzId, List<String> found, List<String> lost, Instant at)
            implements BatchEvent {
        public static final EventType<Reconciled> TYPE =
                EventType.v1("batch.reconciled", Topics.BATCH, Reconciled.class);

        @Override
        public EventType<Reconciled> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return batchId;
        }
    }
}
