package by.belparcel.events;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.ReturnCause;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Facts about one parcel at a pick-up point; key = its id there. Each carries the form of the original contract as well
 * (event_id, event_type, timestamp, actor, order, source; domain pickup-points.md 3.3).
 */
public sealed interface PvzOrderEvent extends DomainEvent {

    String pvzOrderId();

    /** The number by which the parcel is known to the command line; absent for parcels of orders. */
    @Nullable
    Long externalRef();

    /** Absent for parcels that reached the point by its own API only. */
    @Nullable
    String orderId();

    @Nullable
    Integer parcelNo();

    String pvzId();

    String eventId();

    Instant timestamp();

    PvzActor actor();

    PvzOrderRef order();

    @Override
    default String aggregateId() {
        return pvzOrderId();
    }

    /** The payload names its own id, so the envelope must bear the same. */
    @Override
    default Optional<String> identity() {
        return Optional.of(eventId());
    }

    /** The batch with the parcel is on its way. */
    record Expected(
            String pvzOrderId,
            @Nullable Long externalRef,
            @Nullable String orderId,
            @Nullable Integer parcelNo,
            String pvzId,
            String eventId,
            String eventType,
            Instant timestamp,
            PvzActor actor,
            PvzOrderRef order,
            String source,
            String batchId,
            @Nullable Instant etaAt)
            implements PvzOrderEvent {
        public static final EventType<Expected> TYPE = EventType.v1("pvz-order.expected", Topics.PVZ, Expected.class);

        @Override
        public EventType<Expected> type() {
            return TYPE;
        }
    }

    /** The point holds the parcel. */
    record Accepted(
            String pvzOrderId,
            @Nullable Long externalRef,
            @Nullable String orderId,
            @Nullable Integer parcelNo,
            String pvzId,
            String eventId,
            String eventType,
            Instant timestamp,
            PvzActor actor,
            PvzOrderRef order,
            String source,
            @Nullable String clientRef,
            @JsonProperty("package") Packaging packaging,
            int weightG,
            Money price,
            Money surcharge,
            Money total,
            Instant storageUntil,
            @Nullable String cell,
            String acceptedFrom,
            int parcelsTotal,
            @Nullable String batchId)
            implements PvzOrderEvent {
        public static final EventType<Accepted> TYPE = EventType.v1("pvz-order.accepted", Topics.PVZ, Accepted.class);

        @Override
        public EventType<Accepted> type() {
            return TYPE;
        }
    }

    /** What a parcel is handed over for; neither reason nor number, because events hold no personal data. */
    enum Proof {
        /** A checked pick-up code. */
        CODE,
        /** A document instead of the code (domain orders-and-payments.md 3.2). */
        DOCUMENT,
        /** Nothing, which is allowed for parcels of no order. */
        NONE
    }

    /**
     * The client holds the parcel.
     *
     * @param proof what it was handed over for; absent in events from before this was told
     */
    record Issued(
            String pvzOrderId,
            @Nullable Long externalRef,
            @Nullable String orderId,
            @Nullable Integer parcelNo,
            String pvzId,
            String eventId,
            String eventType,
            Instant timestamp,
            PvzActor actor,
            PvzOrderRef order,
            String source,
            @Nullable String clientRef,
            @Nullable String verificationId,
            Instant issuedAt,
            int parcelsTotal,
            @Nullable Proof proof)
            implements PvzOrderEvent {
        public static final EventType<Issued> TYPE = EventType.v1("pvz-order.issued", Topics.PVZ, Issued.class);

        @Override
        public EventType<Issued> type() {
            return TYPE;
        }
    }

    /** The client did not want the parcel at the counter. */
    record Refused(
            String pvzOrderId,
            @Nullable Long externalRef,
            @Nullable String orderId,
            @Nullable Integer parcelNo,
            String pvzId,
            String eventId,
            String eventType,
            Instant timestamp,
            PvzActor actor,
            PvzOrderRef order,
            String source,
            @Nullable String reason,
            int parcelsTotal)
            implements PvzOrderEvent {
        public static final EventType<Refused> TYPE = EventType.v1("pvz-order.refused", Topics.PVZ, Refused.class);

        @Override
        public EventType<Refused> type() {
            return TYPE;
        }
    }

    /** The client brought the parcel back. */
    record ReturnedByClient(
            String pvzOrderId,
            @Nullable Long externalRef,
            @Nullable String orderId,
            @Nullable Integer parcelNo,
            String pvzId,
            String eventId,
            String eventType,
            Instant timestamp,
            PvzActor actor,
            PvzOrderRef order,
            String source,
            @Nullable String reason,
            Instant issuedAt,
            int parcelsTotal)
            implements PvzOrderEvent {
        public static final EventType<ReturnedByClient> TYPE =
                EventType.v1("pvz-order.returned-by-client", Topics.PVZ, ReturnedByClient.class);

        @Override
        public EventType<ReturnedByClient> type() {
            return TYPE;
        }
    }

    /** The parcel left the point with a courier. */
    record ReturnedToCourier(
            String pvzOrderId,
            @Nullable Long externalRef,
            @Nullable String orderId,
            @Nullable Integer parcelNo,
            String pvzId,
            String eventId,
            String eventType,
            Instant timestamp,
            PvzActor actor,
            PvzOrderRef order,
            String source,
            ReturnCause cause,
            @Nullable String courierRef,
            int parcelsTotal)
            implements PvzOrderEvent {
        public static final EventType<ReturnedToCourier> TYPE =
                EventType.v1("pvz-order.returned-to-courier", Topics.PVZ, ReturnedToCourier.class);

        @Override
        public EventType<ReturnedToCourier> type() {
            return TYPE;
        }
    }

    /** The storage ends soon. */
    record StorageReminderDue(
            String pvzOrderId,
            @Nullable Long externalRef,
            @Nullable String orderId,
            @Nullable Integer parcelNo,
            String pvzId,
            String eventId,
            String eventType,
            Instant timestamp,
            PvzActor actor,
            PvzOrderRef order,
            String source,
            Instant storageUntil)
            implements PvzOrderEvent {
        public static final EventType<StorageReminderDue> TYPE =
                EventType.v1("pvz-order.storage-reminder-due", Topics.PVZ, StorageReminderDue.class);

        @Override
        public EventType<StorageReminderDue> type() {
            return TYPE;
        }
    }

    /** The storage has ended. */
    record StorageExpired(
            String pvzOrderId,
            @Nullable Long externalRef,
            @Nullable String orderId,
            @Nullable Integer parcelNo,
            String pvzId,
            String eventId,
            String eventType,
            Instant timestamp,
            PvzActor actor,
            PvzOrderRef order,
            String source,
            Instant storageUntil)
            implements PvzOrderEvent {
        public static final EventType<StorageExpired> TYPE =
                EventType.v1("pvz-order.storage-expired", Topics.PVZ, StorageExpired.class);

        @Override
        public EventType<StorageExpired> type() {
            return TYPE;
        }
    }

    /** The parcel may stay longer. */
    record StorageExtended(
            String pvzOrderId,
            @Nullable Long externalRef,
            @Nullable String orderId,
            @Nullable Integer parcelNo,
            String pvzId,
            String eventId,
            String eventType,
            Instant timestamp,
            PvzActor actor,
            PvzOrderRef order,
            String source,
            Instant storageUntil,
            @Nullable Money fee)
            implements PvzOrderEvent {
        public static final EventType<StorageExtended> TYPE =
                EventType.v1("pvz-order.storage-extended", Topics.PVZ, StorageExtended.class);

        @Override
        public EventType<StorageExtended> type() {
            return TYPE;
        }
    }

    /** The parcel lies in another cell. */
    record MovedCell(
            String pvzOrderId,
            @Nullable Long externalRef,
            @Nullable String orderId,
            @Nullable Integer parcelNo,
            String pvzId,
            String eventId,
            String eventType,
            Instant timestamp,
            PvzActor actor,
            PvzOrderRef order,
            String source,
            @Nullable String from,
            String to)
            implements PvzOrderEvent {
        public static final EventType<MovedCell> TYPE =
                EventType.v1("pvz-order.moved-cell", Topics.PVZ, MovedCell.class);

        @Override
        public EventType<MovedCell> type() {
            return TYPE;
        }
    }
}
