package by.belparcel.events;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts about pick-up points and what lies in them; key = id of the point where nothing else is said. */
public sealed interface PvzEvent extends DomainEvent {

    Instant at();

    /**
     * A point was set up.
     *
     * @param state all its public fields
     */
    record Created(String pvzId, long version, Map<String, Object> state, Instant at) implements PvzEvent {
        public static final EventType<Created> TYPE = EventType.v1("pvz.created", Topics.PVZ, Created.class);

        @Override
        public EventType<Created> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return pvzId;
        }
    }

    /**
     * A point changed.
     *
     * @param changed names of fields in state, which holds all
     */
    record Updated(String pvzId, long version, List<String> changed, Map<String, Object> state, Instant at)
            implements PvzEvent {
        public static final EventType<Updated> TYPE = EventType.v1("pvz.updated", Topics.PVZ, Updated.class);

        @Override
        public EventType<Updated> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return pvzId;
        }
    }

    /** The point takes nothing for a while. */
    record Suspended(String pvzId, @Nullable Instant until, String reason, Instant at) implements PvzEvent {
        public static final EventType<Suspended> TYPE = EventType.v1("pvz.suspended", Topics.PVZ, Suspended.class);

        @Override
        public EventType<Suspended> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return pvzId;
        }
    }

    /** The point works again. */
    record Resumed(String pvzId, Instant at) implements PvzEvent {
        public static final EventType<Resumed> TYPE = EventType.v1("pvz.resumed", Topics.PVZ, Resumed.class);

        @Override
        public EventType<Resumed> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return pvzId;
        }
    }

    /** The point is given up. */
    record Closed(String pvzId, String reason, Instant at) implements PvzEvent {
        public static final EventType<Closed> TYPE = EventType.v1("pvz.closed", Topics.PVZ, Closed.class);

        @Override
        public EventType<Closed> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return pvzId;
        }
    }

    /** The point is nearly full. */
    record CapacityWarning(String pvzId, int used, int capacity, Instant at) implements PvzEvent {
        public static final EventType<CapacityWarning> TYPE =
                EventType.v1("pvz.capacity-warning", Topics.PVZ, CapacityWarning.class);

        @Override
        public EventType<CapacityWarning> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return pvzId;
        }
    }

    /** The point is full. */
    record CapacityFull(String pvzId, int used, int capacity, Instant at) implements PvzEvent {
        public static final EventType<CapacityFull> TYPE =
                EventType.v1("pvz.capacity-full", Topics.PVZ, CapacityFull.class);

        @Override
        public EventType<CapacityFull> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return pvzId;
        }
    }

    /** A parcel that nobody announced came with a batch; key = batch id. */
    record ExtraFound(
            @Nullable String orderId,
            String batchId,
            String pvzId,
            @Nullable String note,
            List<String> attachmentIds,
            Instant at)
            implements PvzEvent {
        public static final EventType<ExtraFound> TYPE =
                EventType.v1("parcel.extra-found", Topics.PVZ, ExtraFound.class);

        @Override
        public EventType<ExtraFound> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return batchId;
        }
    }

    /** A parcel came damaged; key = batch id. */
    record ParcelDamaged(
            @Nullable String orderId,
            String batchId,
            String pvzId,
            @Nullable String note,
            List<String> attachmentIds,
            Instant at)
            implements PvzEvent {
        public static final EventType<ParcelDamaged> TYPE =
                EventType.v1("parcel.damaged", Topics.PVZ, ParcelDamaged.class);

        @Override
        public EventType<ParcelDamaged> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return batchId;
        }
    }

    /** An import of parcels ended; key = import id. */
    record Imported(String importId, String pvzId, int ok, int failed, Instant at) implements PvzEvent {
        public static final EventType<Imported> TYPE = EventType.v1("pvz-order.imported", Topics.PVZ, Imported.class);

        @Override
        public EventType<Imported> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return importId;
        }
    }
}
