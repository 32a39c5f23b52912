package by.belparcel.events;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.OrderState;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.kernel.ServiceClass;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts about orders; key = order id. */
public sealed interface OrderEvent extends DomainEvent {

    Instant at();

    /** A shop handed in an order and its price is fixed. */
    record Created(
            String orderId,
            String number,
            String shopId,
            String shopOrderRef,
            String warehouseId,
            String pvzId,
            List<ParcelLine> parcels,
            int weightG,
            long volumeCm3,
            PaymentMethod paymentMethod,
            Money price,
            @Nullable Money goodsAmount,
            String rulesetVersion,
            @Nullable String quoteId,
            OrderOptions options,
            ServiceClass service,
            Instant at)
            implements OrderEvent {
        public static final EventType<Created> TYPE = EventType.v1("order.created", Topics.ORDER, Created.class);

        @Override
        public EventType<Created> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return orderId;
        }
    }

    /** The payment of the order is authorised. */
    record Authorized(String orderId, String paymentId, Instant at) implements OrderEvent {
        public static final EventType<Authorized> TYPE =
                EventType.v1("order.authorized", Topics.ORDER, Authorized.class);

        @Override
        public EventType<Authorized> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return orderId;
        }
    }

    /** Payment and pickup ticket are in place; delivery may begin. */
    record Confirmed(
            String orderId,
            String warehouseId,
            String pvzId,
            int weightG,
            long volumeCm3,
            ServiceClass service,
            String pickupTicketId,
            Instant at)
            implements OrderEvent {
        public static final EventType<Confirmed> TYPE = EventType.v1("order.confirmed", Topics.ORDER, Confirmed.class);

        @Override
        public EventType<Confirmed> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return orderId;
        }
    }

    /** Every change of state, beside the specific fact. */
    record StatusChanged(
            String orderId,
            OrderState from,
            OrderState to,
            String publicCode,
            @Nullable String reason,
            Instant at) implements OrderEvent {
        private static final Set<OrderState> SAGA =
                EnumSet.of(OrderState.CREATED, OrderState.AUTHORIZED, OrderState.CONFIRMED);

        public static final EventType<StatusChanged> TYPE =
                EventType.v1("order.status-changed", Topics.ORDER, StatusChanged.class);

        @Override
        public EventType<StatusChanged> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return orderId;
        }

        /** {@code delivery} from the batch on, {@code saga} before: who follows parcels need not wake for every payment. */
        @Override
        public Map<String, String> attributes() {
            return Map.of("orderphase", SAGA.contains(to) ? "saga" : "delivery");
        }
    }

    /** The order will not be delivered. */
    record Cancelled(String orderId, String reason, String by, OrderState wasState, Instant at) implements OrderEvent {
        public static final EventType<Cancelled> TYPE = EventType.v1("order.cancelled", Topics.ORDER, Cancelled.class);

        @Override
        public EventType<Cancelled> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return orderId;
        }
    }

    /** Contact data changed; names of the fields, never values. */
    record RecipientChanged(String orderId, List<String> fields, Instant at) implements OrderEvent {
        public static final EventType<RecipientChanged> TYPE =
                EventType.v1("order.recipient-changed", Topics.ORDER, RecipientChanged.class);

        @Override
        public EventType<RecipientChanged> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return orderId;
        }
    }

    /** An import of orders ended. */
    record ImportFinished(String importId, int ok, int failed, Instant at) implements OrderEvent {
        public static final EventType<ImportFinished> TYPE =
                EventType.v1("order.import-finished", Topics.ORDER, ImportFinished.class);

        @Override
        public EventType<ImportFinished> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return importId;
        }
    }

    /**
     * The order waits in a batch.
     *
     * @param number with all that follows up to clientRef for those who begin to follow an order only now
     * @param clientRef reference of the recipient, the same for all orders of one phone; no contact
     */
    record Batched(
            String orderId,
            String batchId,
            String number,
            String shopId,
            String pvzId,
            @Nullable List<ParcelLine> parcels,
            @Nullable PaymentMethod paymentMethod,
            @Nullable Money price,
            @Nullable OrderOptions options,
            @Nullable String clientRef,
            Instant at)
            implements OrderEvent {
        public static final EventType<Batched> TYPE = EventType.v1("order.batched", Topics.ORDER, Batched.class);

        @Override
        public EventType<Batched> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return orderId;
        }
    }

    /** The order wants to travel on from a hub. */
    record ArrivedAtHub(
            String orderId,
            String hubId,
            String destPvzId,
            int weightG,
            long volumeCm3,
            ServiceClass service,
            Instant at)
            implements OrderEvent {
        public static final EventType<ArrivedAtHub> TYPE =
                EventType.v1("order.arrived-at-hub", Topics.ORDER, ArrivedAtHub.class);

        @Override
        public EventType<ArrivedAtHub> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return orderId;
        }
    }

    /** A parcel of the order did not come with its batch. */
    record Missing(
            String orderId,
            @Nullable Integer parcelNo,
            @Nullable String batchId,
            @Nullable String pvzId,
            @Nullable String noteCode,
            Instant at)
            implements OrderEvent {
        public static final EventType<Missing> TYPE = EventType.v1("order.missing", Topics.ORDER, Missing.class);

        @Override
        public EventType<Missing> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return orderId;
        }
    }

    /** A parcel of the order is given up. */
    record Lost(
            String orderId,
            @Nullable Integer parcelNo,
            @Nullable String batchId,
            @Nullable String pvzId,
            @Nullable String noteCode,
            Instant at)
            implements OrderEvent {
        public static final EventType<Lost> TYPE = EventType.v1("order.lost", Topics.ORDER, Lost.class);

        @Override
        public EventType<Lost> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return orderId;
        }
    }

    /** A parcel of the order is damaged. */
    record Damaged(
            String orderId,
            @Nullable Integer parcelNo,
            @Nullable String batchId,
            @Nullable String pvzId,
            @Nullable String noteCode,
            Instant at)
            implements OrderEvent {
        public static final EventType<Damaged> TYPE = EventType.v1("order.damaged", Topics.ORDER, Damaged.class);

        @Override
        public EventType<Damaged> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return orderId;
        }
    }

    /** The parcels are back at the warehouse. */
    record Returned(String orderId, String warehouseId, Instant at) implements OrderEvent {
        public static final EventType<Returned> TYPE = EventType.v1("order.returned", Topics.ORDER, Returned.class);

        @Override
        public EventType<Returned> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return orderId;
        }
    }

    /** The client holds the parcels and may no longer return them. */
    record Completed(String orderId, Instant at) implements OrderEvent {
        public static final EventType<Completed> TYPE = EventType.v1("order.completed", Topics.ORDER, Completed.class);

        @Override
        public EventType<Completed> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return orderId;
        }
    }
}
