package by.belparcel.carriers.application;

import static by.belparcel.carriers.CarrierFixture.NOW;
import static by.belparcel.carriers.CarrierFixture.aCarrier;
import static by.belparcel.carriers.CarrierFixture.aCarrierOnShift;
import static by.belparcel.carriers.CarrierFixture.assigned;
import static by.belparcel.carriers.CarrierFixture.brokeDown;
import static by.belparcel.carriers.CarrierFixture.completed;
import static by.belparcel.carriers.CarrierFixture.id;
import static by.belparcel.carriers.CarrierFixture.revoked;
import static by.belparcel.carriers.CarrierFixture.started;

import by.belparcel.carriers.CarriersFunctions;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.AssignmentEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.TrackingEvent;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.AssignmentTrigger;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every event function keeps the contract: duplicates, crashes, cancellation, unreadable and redriven events. */
class EventFunctionsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("carriers");

    private abstract static class Contract extends EventHandlerContract {

        private final FunctionHarness harness = FunctionHarness.of(POSTGRES.database(), new CarriersFunctions());
        private final String function;

        Contract(String function) {
            this.function = function;
        }

        @Override
        protected FunctionHarness harness() {
            return harness;
        }

        @Override
        protected String function() {
            return function;
        }

        @Override
        protected long sequence() {
            return 7;
        }

        @Override
        protected DomainEvent arrange() {
            String carrier = aCarrierOnShift(harness);
            String trip = id();
            harness.event("driveOnTripStarted", started(trip, carrier), 5);
            return event(trip, carrier);
        }

        /** @param carrier on the road with the trip */
        abstract DomainEvent event(String trip, String carrier);
    }

    @Nested
    class EndShiftOnShiftOver extends Contract {
        EndShiftOnShiftOver() {
            super("endShiftOnShiftOver");
        }

        @Override
        DomainEvent event(String trip, String carrier) {
            POSTGRES.database()
                    .execute(
                            "update carriers.carriers set shift_ends_by = now() - interval '1 minute' where id = ?::uuid",
                            carrier);
            return new PlatformEvent.TimerFired(id(), ShiftEnding.TIMER, carrier, NOW, NOW);
        }
    }

    @Nested
    class BindCarrierOnTripAssigned extends Contract {
        BindCarrierOnTripAssigned() {
            super("bindCarrierOnTripAssigned");
        }

        @Override
        DomainEvent event(String trip, String carrier) {
            return assigned(id(), carrier);
        }
    }

    @Nested
    class BindCarrierOnTripReassigned extends Contract {
        BindCarrierOnTripReassigned() {
            super("bindCarrierOnTripReassigned");
        }

        @Override
        DomainEvent event(String trip, String carrier) {
            return new AssignmentEvent.Reassigned(
                    trip,
                    trip,
                    List.of(),
                    carrier,
                    aCarrier(POSTGRES.database()),
                    id(),
                    AssignmentTrigger.BREAKDOWN,
                    "because",
                    null,
                    false,
                    NOW,
                    NOW);
        }
    }

    @Nested
    class FreeCarrierOnAssignmentRejected extends Contract {
        FreeCarrierOnAssignmentRejected() {
            super("freeCarrierOnAssignmentRejected");
        }

        @Override
        DomainEvent event(String trip, String carrier) {
            return new AssignmentEvent.AssignmentRejected(trip, id(), carrier, "ILL", NOW);
        }
    }

    @Nested
    class FreeCarrierOnAssignmentExpired extends Contract {
        FreeCarrierOnAssignmentExpired() {
            super("freeCarrierOnAssignmentExpired");
        }

        @Override
        DomainEvent event(String trip, String carrier) {
            return new AssignmentEvent.AssignmentExpired(trip, id(), carrier, NOW);
        }
    }

    @Nested
    class FreeCarrierOnAssignmentRevoked extends Contract {
        FreeCarrierOnAssignmentRevoked() {
            super("freeCarrierOnAssignmentRevoked");
        }

        @Override
        DomainEvent event(String trip, String carrier) {
            return revoked(trip, carrier);
        }
    }

    @Nested
    class DriveOnTripStarted extends Contract {
        DriveOnTripStarted() {
            super("driveOnTripStarted");
        }

        @Override
        DomainEvent event(String trip, String carrier) {
            return started(id(), aCarrier(POSTGRES.database()));
        }
    }

    @Nested
    class ParkOnTripCompleted extends Contract {
        ParkOnTripCompleted() {
            super("parkOnTripCompleted");
        }

        @Override
        DomainEvent event(String trip, String carrier) {
            return completed(trip, carrier, NOW.plusSeconds(60));
        }
    }

    @Nested
    class FreeCarriersOnTripCancelled extends Contract {
        FreeCarriersOnTripCancelled() {
            super("freeCarriersOnTripCancelled");
        }

        @Override
        DomainEvent event(String trip, String carrier) {
            return new TripEvent.Cancelled(trip, carrier, "TEST_ENDS", NOW);
        }
    }

    @Nested
    class SwapDriversOnHandoverCompleted extends Contract {
        SwapDriversOnHandoverCompleted() {
            super("swapDriversOnHandoverCompleted");
        }

        @Override
        DomainEvent event(String trip, String carrier) {
            harness().event("bindCarrierOnTripAssigned", assigned(trip, aCarrier(POSTGRES.database())), 6);
            return new AssignmentEvent.HandoverCompleted(trip, List.of(id()), List.of(), true, NOW);
        }
    }

    @Nested
    class FailVehicleOnBreakdownReported extends Contract {
        FailVehicleOnBreakdownReported() {
            super("failVehicleOnBreakdownReported");
        }

        @Override
        DomainEvent event(String trip, String carrier) {
            return brokeDown(trip, carrier, false, NOW);
        }
    }

    @Nested
    class NoteSignalOnSignalStale extends Contract {
        NoteSignalOnSignalStale() {
            super("noteSignalOnSignalStale");
        }

        @Override
        DomainEvent event(String trip, String carrier) {
            return new TrackingEvent.SignalStale(trip, NOW, 90, NOW);
        }
    }

    @Nested
    class NoteSignalOnSignalLost extends Contract {
        NoteSignalOnSignalLost() {
            super("noteSignalOnSignalLost");
        }

        @Override
        DomainEvent event(String trip, String carrier) {
            return new TrackingEvent.SignalLost(trip, NOW, 300, NOW);
        }
    }

    @Nested
    class NoteSignalOnSignalRecovered extends Contract {
        NoteSignalOnSignalRecovered() {
            super("noteSignalOnSignalRecovered");
        }

        @Override
        DomainEvent event(String trip, String carrier) {
            return new TrackingEvent.SignalRecovered(trip, NOW, 10, NOW);
        }
    }
}
