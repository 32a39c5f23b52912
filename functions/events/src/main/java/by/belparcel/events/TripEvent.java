package by.belparcel.events;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.kernel.EtaQuality;
import by.belparcel.kernel.PlanQuality;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts about trips: plan, progress, end; key = trip id. */
public sealed interface TripEvent extends DomainEvent {

    Instant at();

    /** Batches have a route; a carrier is wanted. */
    record Planned(
            String tripId,
            String number,
            long version,
            String origin,
            List<StopPlan> stops,
            List<String> batches,
            LoadSum load,
            long distanceM,
            long durationS,
            String provider,
            PlanQuality quality,
            Instant plannedDeparture,
            Instant at)
            implements TripEvent {
        public static final EventType<Planned> TYPE = EventType.v1("trip.planned", Topics.TRIP, Planned.class);

        @Override
        public EventType<Planned> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** Stops, batches or their order changed. */
    record PlanChanged(
            String tripId,
            String number,
            long version,
            String origin,
            List<StopPlan> stops,
            List<String> batches,
            LoadSum load,
            long distanceM,
            long durationS,
            String provider,
            PlanQuality quality,
            Instant plannedDeparture,
            String reason,
            Instant at)
            implements TripEvent {
        public static final EventType<PlanChanged> TYPE =
                EventType.v1("trip.plan-changed", Topics.TRIP, PlanChanged.class);

        @Override
        public EventType<PlanChanged> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** The first batch is on board. */
    record Started(String tripId, String carrierId, Instant startedAt, LoadSum load, Instant at) implements TripEvent {
        public static final EventType<Started> TYPE = EventType.v1("trip.started", Topics.TRIP, Started.class);

        @Override
        public EventType<Started> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** All stops are done, skipped or failed. */
    record Completed(String tripId, String carrierId, Instant completedAt, Map<String, Object> stats, Instant at)
            implements TripEvent {
        public static final EventType<Completed> TYPE = EventType.v1("trip.completed", Topics.TRIP, Completed.class);

        @Override
        public EventType<Completed> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** The trip will not take place. */
    record Cancelled(String tripId, @Nullable String carrierId, String reason, Instant at) implements TripEvent {
        public static final EventType<Cancelled> TYPE = EventType.v1("trip.cancelled", Topics.TRIP, Cancelled.class);

        @Override
        public EventType<Cancelled> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** The carrier arrived at a stop. */
    record StopArrived(
            String tripId,
            int seq,
            String placeId,
            Instant deviceTime,
            @Nullable Double lat,
            @Nullable Double lng,
            List<String> flags,
            Instant at)
            implements TripEvent {
        public static final EventType<StopArrived> TYPE =
                EventType.v1("trip.stop-arrived", Topics.TRIP, StopArrived.class);

        @Override
        public EventType<StopArrived> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** A stop is done. */
    record StopCompleted(
            String tripId,
            int seq,
            String placeId,
            Instant deviceTime,
            @Nullable Double lat,
            @Nullable Double lng,
            List<String> flags,
            List<String> attachmentIds,
            Instant at)
            implements TripEvent {
        public static final EventType<StopCompleted> TYPE =
                EventType.v1("trip.stop-completed", Topics.TRIP, StopCompleted.class);

        @Override
        public EventType<StopCompleted> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** A stop was left out. */
    record StopSkipped(
            String tripId,
            int seq,
            String placeId,
            Instant deviceTime,
            @Nullable Double lat,
            @Nullable Double lng,
            List<String> flags,
            String reason,
            Instant at)
            implements TripEvent {
        public static final EventType<StopSkipped> TYPE =
                EventType.v1("trip.stop-skipped", Topics.TRIP, StopSkipped.class);

        @Override
        public EventType<StopSkipped> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** A stop could not be served. */
    record StopFailed(
            String tripId,
            int seq,
            String placeId,
            Instant deviceTime,
            @Nullable Double lat,
            @Nullable Double lng,
            List<String> flags,
            String reason,
            List<String> attachmentIds,
            Instant at)
            implements TripEvent {
        public static final EventType<StopFailed> TYPE =
                EventType.v1("trip.stop-failed", Topics.TRIP, StopFailed.class);

        @Override
        public EventType<StopFailed> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** The expected arrival moved by more than five minutes or its quality changed. @param lateS seconds beyond the end of the stop's window, 0 when in time */
    record EtaChanged(
            String tripId,
            int stopSeq,
            @Nullable Instant etaAt,
            @Nullable Instant previous,
            EtaQuality quality,
            long lateS,
            Instant at)
            implements TripEvent {
        public static final EventType<EtaChanged> TYPE =
                EventType.v1("trip.eta-changed", Topics.TRIP, EtaChanged.class);

        @Override
        public EventType<EtaChanged> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** The vehicle cannot go on as planned. */
    record BreakdownReported(
            String tripId,
            String carrierId,
            String kind,
            boolean drivable,
            @Nullable Double lat,
            @Nullable Double lng,
            String noteCode,
            List<String> attachmentIds,
            Instant at)
            implements TripEvent {
        public static final EventType<BreakdownReported> TYPE =
                EventType.v1("trip.breakdown-reported", Topics.TRIP, BreakdownReported.class);

        @Override
        public EventType<BreakdownReported> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }
}
