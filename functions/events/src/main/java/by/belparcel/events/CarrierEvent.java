package by.belparcel.events;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.kernel.Availability;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts about carriers; key = carrier id. */
public sealed interface CarrierEvent extends DomainEvent {

    Instant at();

    /** An administrator lets the carrier work. */
    record Activated(String carrierId, String reason, String by, Instant at) implements CarrierEvent {
        public static final EventType<Activated> TYPE = EventType.v1("carrier.activated", Topics.TRIP, Activated.class);

        @Override
        public EventType<Activated> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return carrierId;
        }
    }

    /** An administrator stops the carrier. @param force whether trips in work are to be taken from it */
    record Deactivated(String carrierId, String reason, String by, boolean force, Instant at) implements CarrierEvent {
        public static final EventType<Deactivated> TYPE =
                EventType.v1("carrier.deactivated", Topics.TRIP, Deactivated.class);

        @Override
        public EventType<Deactivated> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return carrierId;
        }
    }

    /** The driver is, or is no longer, ready for trips. */
    record AvailabilityChanged(
            String carrierId,
            Availability availability,
            Instant since,
            @Nullable Double lat,
            @Nullable Double lng,
            Instant at)
            implements CarrierEvent {
        public static final EventType<AvailabilityChanged> TYPE =
                EventType.v1("carrier.availability-changed", Topics.TRIP, AvailabilityChanged.class);

        @Override
        public EventType<AvailabilityChanged> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return carrierId;
        }
    }

    /** The driver looked his vehicle over. @param items fuel, tyres, lights, seal, body: OK or ISSUE */
    record VehicleChecked(
            String carrierId, Map<String, String> items, boolean passed, List<String> attachmentIds, Instant at)
            implements CarrierEvent {
        public static final EventType<VehicleChecked> TYPE =
                EventType.v1("carrier.vehicle-checked", Topics.TRIP, VehicleChecked.class);

        @Override
        public EventType<VehicleChecked> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return carrierId;
        }
    }

    /** A shift began. */
    record ShiftStarted(String carrierId, VehicleSpec vehicle, Instant endsBy, Instant at) implements CarrierEvent {
        public static final EventType<ShiftStarted> TYPE =
                EventType.v1("carrier.shift-started", Topics.TRIP, ShiftStarted.class);

        @Override
        public EventType<ShiftStarted> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return carrierId;
        }
    }

    /** A shift is over. */
    record ShiftEnded(String carrierId, long drivenS, Instant at) implements CarrierEvent {
        public static final EventType<ShiftEnded> TYPE =
                EventType.v1("carrier.shift-ended", Topics.TRIP, ShiftEnded.class);

        @Override
        public EventType<ShiftEnded> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return carrierId;
        }
    }

    /** The driver calls for help. */
    record PanicRaised(
            String carrierId,
            @Nullable String tripId,
            @Nullable Double lat,
            @Nullable Double lng,
            Instant at) implements CarrierEvent {
        public static final EventType<PanicRaised> TYPE =
                EventType.v1("carrier.panic-raised", Topics.TRIP, PanicRaised.class);

        @Override
        public EventType<PanicRaised> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return carrierId;
        }
    }
}
