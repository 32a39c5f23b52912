package by.belparcel.events;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.kernel.GeoPoint;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts about positions and what they mean; key = trip id, the carrier's or the order's where there is no trip. */
public sealed interface TrackingEvent extends DomainEvent {

    Instant at();

    /** A device says where it is. */
    record LocationReported(
            String carrierId,
            double lat,
            double lng,
            double accuracyM,
            @Nullable Double speedMps,
            @Nullable Integer heading,
            @Nullable Double altitude,
            Instant deviceTime,
            Instant receivedTime,
            long seq,
            @Nullable Integer battery,
            @Nullable Boolean isMoving,
            @Nullable String source,
            @Nullable Boolean mock,
            Instant at)
            implements TrackingEvent {
        public static final EventType<LocationReported> TYPE =
                EventType.v1("carrier.location.reported", Topics.CARRIER_LOCATION, LocationReported.class);

        @Override
        public EventType<LocationReported> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return carrierId;
        }
    }

    /** A position passed the filter. */
    record PositionAccepted(
            String tripId,
            String carrierId,
            FixLine fix,
            long feedSeq,
            @Nullable Boolean reAnchored,
            Instant at) implements TrackingEvent {
        public static final EventType<PositionAccepted> TYPE =
                EventType.v1("tracking.position-accepted", Topics.CARRIER_LOCATION, PositionAccepted.class);

        @Override
        public EventType<PositionAccepted> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** A position did not pass the filter. */
    record PositionRejected(
            String carrierId, @Nullable String tripId, String rule, Map<String, Object> values, Instant at)
            implements TrackingEvent {
        public static final EventType<PositionRejected> TYPE =
                EventType.v1("tracking.position-rejected", Topics.CARRIER_LOCATION, PositionRejected.class);

        @Override
        public EventType<PositionRejected> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return carrierId;
        }
    }

    /** No position for 90 seconds. */
    record SignalStale(String tripId, Instant lastFixAt, long seconds, Instant at) implements TrackingEvent {
        public static final EventType<SignalStale> TYPE =
                EventType.v1("tracking.signal-stale", Topics.TRIP, SignalStale.class);

        @Override
        public EventType<SignalStale> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** No position for 5 minutes, or for longer: seconds says how long. */
    record SignalLost(String tripId, Instant lastFixAt, long seconds, Instant at) implements TrackingEvent {
        public static final EventType<SignalLost> TYPE =
                EventType.v1("tracking.signal-lost", Topics.TRIP, SignalLost.class);

        @Override
        public EventType<SignalLost> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** Positions come again. */
    record SignalRecovered(String tripId, Instant lastFixAt, long seconds, Instant at) implements TrackingEvent {
        public static final EventType<SignalRecovered> TYPE =
                EventType.v1("tracking.signal-recovered", Topics.TRIP, SignalRecovered.class);

        @Override
        public EventType<SignalRecovered> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** The vehicle left the planned route. */
    record DeviationStarted(String tripId, long distanceM, GeoPoint atPoint, Instant at) implements TrackingEvent {
        public static final EventType<DeviationStarted> TYPE =
                EventType.v1("tracking.deviation-started", Topics.TRIP, DeviationStarted.class);

        @Override
        public EventType<DeviationStarted> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** The vehicle is back on the planned route. */
    record DeviationEnded(String tripId, long distanceM, GeoPoint atPoint, Instant at) implements TrackingEvent {
        public static final EventType<DeviationEnded> TYPE =
                EventType.v1("tracking.deviation-ended", Topics.TRIP, DeviationEnded.class);

        @Override
        public EventType<DeviationEnded> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** The vehicle stands where it should not. */
    record StoppageDetected(String tripId, @Nullable String placeId, long seconds, Instant at)
            implements TrackingEvent {
        public static final EventType<StoppageDetected> TYPE =
                EventType.v1("tracking.stoppage-detected", Topics.TRIP, StoppageDetected.class);

        @Override
        public EventType<StoppageDetected> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** The vehicle is at a stop. */
    record GeofenceEntered(String tripId, String placeId, long seconds, Instant at) implements TrackingEvent {
        public static final EventType<GeofenceEntered> TYPE =
                EventType.v1("tracking.geofence-entered", Topics.TRIP, GeofenceEntered.class);

        @Override
        public EventType<GeofenceEntered> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** Somebody may follow the order by a link. */
    record LinkShared(String orderId, String linkId, Instant expiresAt, Instant at) implements TrackingEvent {
        public static final EventType<LinkShared> TYPE =
                EventType.v1("tracking.link-shared", Topics.TRIP, LinkShared.class);

        @Override
        public EventType<LinkShared> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return orderId;
        }
    }

    /** A link no longer works. */
    record LinkRevoked(String orderId, String linkId, Instant at) implements TrackingEvent {
        public static final EventType<LinkRevoked> TYPE =
                EventType.v1("tracking.link-revoked", Topics.TRIP, LinkRevoked.class);

        @Override
        public EventType<LinkRevoked> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return orderId;
        }
    }
}
