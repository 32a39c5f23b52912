package by.belparcel.events;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.kernel.GeoPoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts about who drives a trip: offers, answers, reassignments, handovers; key = trip id. */
public sealed interface AssignmentEvent extends DomainEvent {

    Instant at();

    /** A carrier was chosen and asked; the ranking explains why. */
    record Assigned(
            String tripId,
            String assignmentId,
            int attempt,
            String carrierId,
            AssignmentTrigger trigger,
            Instant confirmBy,
            List<CandidateScore> ranking,
            List<CandidateExclusion> excluded,
            Instant at)
            implements AssignmentEvent {
        public static final EventType<Assigned> TYPE = EventType.v1("trip.assigned", Topics.TRIP, Assigned.class);

        @Override
        public EventType<Assigned> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** The carrier takes the trip. */
    record AssignmentConfirmed(String tripId, String assignmentId, String carrierId, Instant at)
            implements AssignmentEvent {
        public static final EventType<AssignmentConfirmed> TYPE =
                EventType.v1("trip.assignment-confirmed", Topics.TRIP, AssignmentConfirmed.class);

        @Override
        public EventType<AssignmentConfirmed> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** The carrier does not take the trip. */
    record AssignmentRejected(String tripId, String assignmentId, String carrierId, String reason, Instant at)
            implements AssignmentEvent {
        public static final EventType<AssignmentRejected> TYPE =
                EventType.v1("trip.assignment-rejected", Topics.TRIP, AssignmentRejected.class);

        @Override
        public EventType<AssignmentRejected> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** The carrier did not answer in time. */
    record AssignmentExpired(String tripId, String assignmentId, String carrierId, Instant at)
            implements AssignmentEvent {
        public static final EventType<AssignmentExpired> TYPE =
                EventType.v1("trip.assignment-expired", Topics.TRIP, AssignmentExpired.class);

        @Override
        public EventType<AssignmentExpired> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** The trip was taken from the carrier. */
    record AssignmentRevoked(String tripId, String assignmentId, String carrierId, String reason, Instant at)
            implements AssignmentEvent {
        public static final EventType<AssignmentRevoked> TYPE =
                EventType.v1("trip.assignment-revoked", Topics.TRIP, AssignmentRevoked.class);

        @Override
        public EventType<AssignmentRevoked> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** Nobody could be found; an operator has to decide. */
    record AssignmentExhausted(String tripId, int attempts, Map<String, Integer> reasons, Instant at)
            implements AssignmentEvent {
        public static final EventType<AssignmentExhausted> TYPE =
                EventType.v1("trip.assignment-exhausted", Topics.TRIP, AssignmentExhausted.class);

        @Override
        public EventType<AssignmentExhausted> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** The trip went from one carrier to another. @param oldTripId equals tripId, kept for the seed systems */
    record Reassigned(
            String tripId,
            String oldTripId,
            List<String> batchIds,
            @Nullable String fromCarrierId,
            String carrierId,
            String assignmentId,
            AssignmentTrigger trigger,
            String reason,
            @Nullable String operatorId,
            boolean manualAction,
            Instant assignedAt,
            Instant at)
            implements AssignmentEvent {
        public static final EventType<Reassigned> TYPE = EventType.v1("trip.reassigned", Topics.TRIP, Reassigned.class);

        @Override
        public EventType<Reassigned> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** A reassignment that was asked for cannot be done. */
    record ReassignRefused(String tripId, String commandId, String code, String detail, Instant at)
            implements AssignmentEvent {
        public static final EventType<ReassignRefused> TYPE =
                EventType.v1("trip.reassign-refused", Topics.TRIP, ReassignRefused.class);

        @Override
        public EventType<ReassignRefused> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** Another carrier will take over what is on board. */
    record HandoverInitiated(
            String tripId,
            String from,
            String to,
            @Nullable GeoPoint place,
            @Nullable Instant plannedAt,
            Instant at) implements AssignmentEvent {
        public static final EventType<HandoverInitiated> TYPE =
                EventType.v1("handover.initiated", Topics.TRIP, HandoverInitiated.class);

        @Override
        public EventType<HandoverInitiated> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** One order changed vehicles. */
    record HandoverBoxMoved(String tripId, String orderId, Instant at) implements AssignmentEvent {
        public static final EventType<HandoverBoxMoved> TYPE =
                EventType.v1("handover.box-moved", Topics.TRIP, HandoverBoxMoved.class);

        @Override
        public EventType<HandoverBoxMoved> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }

    /** The handover is over. */
    record HandoverCompleted(String tripId, List<String> moved, List<String> remaining, boolean full, Instant at)
            implements AssignmentEvent {
        public static final EventType<HandoverCompleted> TYPE =
                EventType.v1("handover.completed", Topics.TRIP, HandoverCompleted.class);

        @Override
        public EventType<HandoverCompleted> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }
}
