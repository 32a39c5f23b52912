package by.belparcel.events;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.kernel.GeoPoint;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants done to a trip, on a topic of its own; key = trip id. */
public sealed interface ReassignCommand extends DomainEvent {

    Instant at();

    /** An operator wants another carrier. @param commandId id of the operator's command, answered by trip.reassigned or trip.reassign-refused */
    record Requested(
            String tripId,
            String commandId,
            String newCarrierId,
            String reason,
            long expectedVersion,
            List<String> override,
            @Nullable GeoPoint handoverPlace,
            String operatorId,
            Instant at)
            implements ReassignCommand {
        public static final EventType<Requested> TYPE =
                EventType.v1("trip.reassign.requested", Topics.REASSIGN, Requested.class);

        @Override
        public EventType<Requested> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return tripId;
        }
    }
}
