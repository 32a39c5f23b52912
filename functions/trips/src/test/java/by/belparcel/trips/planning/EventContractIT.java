package by.belparcel.trips.planning;

import static by.belparcel.trips.TripFixture.CARRIER;
import static by.belparcel.trips.TripFixture.CENTRE;
import static by.belparcel.trips.TripFixture.NOW;
import static by.belparcel.trips.TripFixture.id;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.FixLine;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.TrackingEvent;
import by.belparcel.trips.TripFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every event function of planning and following keeps the contract: duplicates, crashes, cancellation, unreadable events. */
class EventContractIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("trips");

    private abstract static class Contract extends EventHandlerContract {

        final TripFixture trips = TripFixture.at(POSTGRES.database());
        private final String function;

        Contract(String function) {
            this.function = function;
        }

        @Override
        protected FunctionHarness harness() {
            return trips.harness();
        }

        @Override
        protected String function() {
            return function;
        }

        @Override
        protected long sequence() {
            return 5;
        }
    }

    @Nested
    class PlanBatchOnBatchClosed extends Contract {
        PlanBatchOnBatchClosed() {
            super("planBatchOnBatchClosed");
        }

        @Override
        protected DomainEvent arrange() {
            return trips.closed(id(), CENTRE, 2);
        }
    }

    @Nested
    class RemoveOrderOnBatchOrderRemoved extends Contract {
        RemoveOrderOnBatchOrderRemoved() {
            super("removeOrderOnBatchOrderRemoved");
        }

        @Override
        protected DomainEvent arrange() {
            BatchEvent.Closed closed = trips.closed(id(), CENTRE, 2);
            trips.close(closed);
            return new BatchEvent.OrderRemoved(
                    closed.batchId(), closed.orders().getFirst(), 1, 2000, 5000, "CANCELLED", NOW);
        }
    }

    @Nested
    class DropBatchOnBatchCancelled extends Contract {
        DropBatchOnBatchCancelled() {
            super("dropBatchOnBatchCancelled");
        }

        @Override
        protected DomainEvent arrange() {
            String batch = trips.aBatch(CENTRE);
            trips.offer(trips.tripOf(batch), CARRIER);
            return new BatchEvent.Cancelled(batch, List.of(), "EMPTY", NOW);
        }
    }

    @Nested
    class PlanBatchOnReplanTimer extends Contract {
        PlanBatchOnReplanTimer() {
            super("planBatchOnReplanTimer");
        }

        @Override
        protected DomainEvent arrange() {
            String point = id();
            POSTGRES.database().execute("""
                    insert into trips.place (id, kind, code, lat, lng, status, version)
                    values (?::uuid, 'PVZ', 'X', 53.9, 27.6, 'CLOSED', 1)
                    """, point);
            String batch = trips.aBatch(point);
            POSTGRES.database().execute("update trips.place set status = 'OPEN' where id = ?::uuid", point);
            return new PlatformEvent.TimerFired(id(), "trip.replan", batch, NOW, NOW);
        }
    }

    @Nested
    class AdoptTripPlaceOnReferenceUpdated extends Contract {
        AdoptTripPlaceOnReferenceUpdated() {
            super("adoptTripPlaceOnReferenceUpdated");
        }

        @Override
        protected DomainEvent arrange() {
            Map<String, Object> state =
                    Map.of("code", "WH-X", "lat", 53.9, "lng", 27.6, "is_active", true, "cutoffs", List.of("18:00"));
            return new PlatformEvent.ReferenceUpdated("warehouse", id(), 1, List.of(), state, NOW);
        }
    }

    @Nested
    class EstimateArrivalOnPositionAccepted extends Contract {
        EstimateArrivalOnPositionAccepted() {
            super("estimateArrivalOnPositionAccepted");
        }

        @Override
        protected DomainEvent arrange() {
            String trip = trips.aTripOnItsWay(CENTRE);
            Instant now = Instant.now();
            FixLine fix = new FixLine(53.908, 27.576, 10, null, null, null, null, null, null, now, now, 1, null);
            return new TrackingEvent.PositionAccepted(trip, CARRIER, fix, 1, null, now);
        }
    }
}
