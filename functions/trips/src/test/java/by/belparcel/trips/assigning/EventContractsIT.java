package by.belparcel.trips.assigning;

import static by.belparcel.trips.TripScene.carrier;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.CarrierEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.ReassignCommand;
import by.belparcel.events.TrackingEvent;
import by.belparcel.events.TripEvent;
import by.belparcel.events.VehicleSpec;
import by.belparcel.kernel.Availability;
import by.belparcel.trips.TripScene;
import by.belparcel.trips.application.TripFacts;
import by.belparcel.trips.model.TripRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every event function must keep, for each handler of the assignment half. */
class EventContractsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("trips");

    /** A fresh scene for each test. */
    abstract static class Contract extends EventHandlerContract {

        private final String function;
        final TripScene scene = new TripScene(POSTGRES.database());

        Contract(String function) {
            this.function = function;
        }

        @Override
        protected final FunctionHarness harness() {
            return scene.harness();
        }

        @Override
        protected final String function() {
            return function;
        }

        @Override
        protected final DomainEvent arrange() {
            scene.clear();
            return event();
        }

        abstract DomainEvent event();

        /** Offered to 2, and 3 is there too. */
        final TripRecord offered() {
            scene.online(2, 3);
            return scene.aPlannedTrip(10);
        }

        final TripRecord confirmed() {
            TripRecord trip = offered();
            scene.harness()
                    .command("confirmTrip")
                    .as(Principals.carrier(carrier(2)))
                    .path("id", trip.id())
                    .send();
            return scene.find(trip.id());
        }

        static PlatformEvent.TimerFired timer(String kind, String subject) {
            return new PlatformEvent.TimerFired("t", kind, subject, now(), now());
        }

        static Instant now() {
            return Instant.now().truncatedTo(ChronoUnit.MILLIS);
        }
    }

    @Nested
    class OfferTripOnTripPlanned extends Contract {
        OfferTripOnTripPlanned() {
            super("offerTripOnTripPlanned");
        }

        @Override
        DomainEvent event() {
            scene.online(2);
            return TripScene.planned(scene.aTrip(10));
        }
    }

    @Nested
    class RecheckCarrierOnPlanChanged extends Contract {
        RecheckCarrierOnPlanChanged() {
            super("recheckCarrierOnPlanChanged");
        }

        @Override
        DomainEvent event() {
            TripRecord trip = confirmed();
            scene.database().execute("update trips.carrier set payload_g = 1 where id = ?::uuid", carrier(2));
            return TripFacts.changed(trip, "BATCH_ADDED", now());
        }
    }

    @Nested
    class ReassignTripOnRequested extends Contract {
        ReassignTripOnRequested() {
            super("reassignTripOnRequested");
        }

        @Override
        DomainEvent event() {
            TripRecord trip = confirmed();
            scene.harness()
                    .command("reassignTrip")
                    .as(Principals.operator())
                    .path("id", trip.id())
                    .body(Map.of(
                            "new_carrier_id", carrier(3),
                            "reason", "old vehicle",
                            "expected_version", trip.version()))
                    .send();
            return scene.harness().emitted(ReassignCommand.Requested.TYPE).getLast();
        }
    }

    @Nested
    class ReassignTripOnBreakdownReported extends Contract {
        ReassignTripOnBreakdownReported() {
            super("reassignTripOnBreakdownReported");
        }

        @Override
        DomainEvent event() {
            TripRecord trip = confirmed();
            return new TripEvent.BreakdownReported(
                    trip.id(), carrier(2), "ENGINE", false, null, null, "NONE", List.of(), now());
        }
    }

    @Nested
    class ReassignTripOnSignalLost extends Contract {
        ReassignTripOnSignalLost() {
            super("reassignTripOnSignalLost");
        }

        @Override
        DomainEvent event() {
            TripRecord trip = scene.depart(confirmed().id());
            return new TrackingEvent.SignalLost(trip.id(), now(), 1_800, now());
        }
    }

    @Nested
    class OfferTripsOnAvailabilityChanged extends Contract {
        OfferTripsOnAvailabilityChanged() {
            super("offerTripsOnAvailabilityChanged");
        }

        @Override
        DomainEvent event() {
            scene.aPlannedTrip(10);
            return new CarrierEvent.AvailabilityChanged(carrier(4), Availability.ONLINE, now(), null, null, now());
        }
    }

    @Nested
    class OfferTripsOnShiftStarted extends Contract {
        OfferTripsOnShiftStarted() {
            super("offerTripsOnShiftStarted");
        }

        @Override
        DomainEvent event() {
            VehicleSpec vehicle = new VehicleSpec("AB 1", "VAN_L", 1_500_000, 10_000_000, 300);
            return new CarrierEvent.ShiftStarted(carrier(4), vehicle, now().plus(Duration.ofHours(9)), now());
        }
    }

    @Nested
    class RecordShiftOnShiftEnded extends Contract {
        RecordShiftOnShiftEnded() {
            super("recordShiftOnShiftEnded");
        }

        @Override
        DomainEvent event() {
            return new CarrierEvent.ShiftEnded(carrier(4), 600, now());
        }
    }

    @Nested
    class OfferTripsOnCarrierActivated extends Contract {
        OfferTripsOnCarrierActivated() {
            super("offerTripsOnCarrierActivated");
        }

        @Override
        DomainEvent event() {
            return new CarrierEvent.Activated(carrier(4), "back again", "admin", now());
        }
    }

    @Nested
    class ReassignTripsOnCarrierDeactivated extends Contract {
        ReassignTripsOnCarrierDeactivated() {
            super("reassignTripsOnCarrierDeactivated");
        }

        @Override
        DomainEvent event() {
            confirmed();
            return new CarrierEvent.Deactivated(carrier(2), "licence lost", "admin", true, now());
        }
    }

    @Nested
    class ReassignTripOnVehicleChecked extends Contract {
        ReassignTripOnVehicleChecked() {
            super("reassignTripOnVehicleChecked");
        }

        @Override
        DomainEvent event() {
            confirmed();
            return new CarrierEvent.VehicleChecked(carrier(2), Map.of("tyres", "ISSUE"), false, List.of(), now());
        }
    }

    @Nested
    class RegisterCarrierOnReferenceUpdated extends Contract {
        RegisterCarrierOnReferenceUpdated() {
            super("registerCarrierOnReferenceUpdated");
        }

        @Override
        DomainEvent event() {
            long version =
                    scene.database().number("select version from trips.carrier where id = ?::uuid", carrier(9)) + 1;
            return new PlatformEvent.ReferenceUpdated(
                    "carrier",
                    carrier(9),
                    version,
                    List.of("vehicle"),
                    Map.of(
                            "is_active",
                            true,
                            "vehicle",
                            Map.of("type", "VAN_S", "payload_g", 1, "volume_cm3", 1, "slots", 1)),
                    now());
        }
    }

    @Nested
    class ExpireOfferOnConfirmTimeout extends Contract {
        ExpireOfferOnConfirmTimeout() {
            super("expireOfferOnConfirmTimeout");
        }

        @Override
        DomainEvent event() {
            String offer = Objects.requireNonNull(offered().assignmentId());
            return timer("assignment.confirm", offer);
        }
    }

    @Nested
    class RetrySearchOnTimer extends Contract {
        RetrySearchOnTimer() {
            super("retrySearchOnTimer");
        }

        @Override
        DomainEvent event() {
            TripRecord trip = scene.aPlannedTrip(10);
            scene.online(2);
            return timer("assignment.retry", trip.id());
        }
    }

    @Nested
    class ReassignOnLateDeparture extends Contract {
        ReassignOnLateDeparture() {
            super("reassignOnLateDeparture");
        }

        @Override
        DomainEvent event() {
            TripRecord trip = confirmed();
            scene.database()
                    .execute(
                            "update trips.trip set planned_departure = now() - interval '1 hour' where id = ?::uuid",
                            trip.id());
            return timer("trip.late-departure", trip.id());
        }
    }
}
