package by.belparcel.trips.driving;

import static by.belparcel.trips.TripFixture.CARRIER;
import static by.belparcel.trips.TripFixture.CENTRE;
import static by.belparcel.trips.TripFixture.WEST;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.trips.TripFixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every command of driving and operating keeps the contract of keys: one effect, the same answer, nothing left of a crash. */
class CommandContractIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("trips");

    private abstract static class Contract extends CommandHandlerContract {

        final TripFixture trips = TripFixture.at(POSTGRES.database(), Map.of("BELPARCEL_TRIPS_DETOUR_PERCENT", "100"));
        private final String function;
        private final Principal caller;
        private final Object body;
        private final Object otherBody;

        Contract(String function, Principal caller, Object body, Object otherBody) {
            this.function = function;
            this.caller = caller;
            this.body = body;
            this.otherBody = otherBody;
        }

        abstract Map<String, String> aTrip();

        @Override
        protected FunctionHarness harness() {
            return trips.harness();
        }

        @Override
        protected String function() {
            return function;
        }

        @Override
        protected Principal caller() {
            return caller;
        }

        @Override
        protected Map<String, String> arrange() {
            POSTGRES.database().execute("delete from eventing.idempotency");
            return aTrip();
        }

        @Override
        protected Object body() {
            return body;
        }

        @Override
        protected Object otherBody() {
            return otherBody;
        }

        Map<String, String> stop(int seq) {
            return Map.of("id", trips.aTripOnItsWay(WEST, CENTRE), "seq", Integer.toString(seq));
        }
    }

    @Nested
    class PickUpBatches extends Contract {

        private List<String> batches = List.of();

        PickUpBatches() {
            super("pickUpBatches", Principals.carrier(CARRIER), "", "");
        }

        @Override
        Map<String, String> aTrip() {
            String trip = trips.anOfferedTrip(CENTRE);
            batches = trips.batches(trip);
            return Map.of("id", trip);
        }

        @Override
        protected Object body() {
            return Map.of("batch_ids", batches);
        }

        @Override
        protected Object otherBody() {
            return Map.of("batch_ids", batches, "scans", batches);
        }
    }

    @Nested
    class DeliverBatches extends Contract {
        DeliverBatches() {
            super(
                    "deliverBatches",
                    Principals.carrier(CARRIER),
                    Map.of("stop_seq", 2),
                    Map.of("stop_seq", 2, "lat", 53.9, "lng", 27.6));
        }

        @Override
        Map<String, String> aTrip() {
            return Map.of("id", trips.aTripOnItsWay(CENTRE));
        }
    }

    @Nested
    class ArriveAtStop extends Contract {
        ArriveAtStop() {
            super("arriveAtStop", Principals.carrier(CARRIER), Map.of(), Map.of("lat", 53.9, "lng", 27.6));
        }

        @Override
        Map<String, String> aTrip() {
            return stop(3);
        }
    }

    @Nested
    class CompleteStop extends Contract {
        CompleteStop() {
            super("completeStop", Principals.carrier(CARRIER), Map.of(), Map.of("lat", 53.9, "lng", 27.6));
        }

        @Override
        Map<String, String> aTrip() {
            Map<String, String> stop = stop(2);
            String trip = stop.getOrDefault("id", "");
            // everything of the stop was taken out of the vehicle on the way
            POSTGRES.database().execute("""
                    update trips.trip set stops = jsonb_set(stops, '{1,batch_ids}', '[]') where id = ?::uuid
                    """, trip);
            return stop;
        }
    }

    @Nested
    class SkipStop extends Contract {
        SkipStop() {
            super("skipStop", Principals.carrier(CARRIER), Map.of("reason", "NO_ROAD"), Map.of("reason", "NO_TIME"));
        }

        @Override
        Map<String, String> aTrip() {
            return stop(2);
        }
    }

    @Nested
    class FailStop extends Contract {
        FailStop() {
            super("failStop", Principals.carrier(CARRIER), Map.of("reason", "NO_ROAD"), Map.of("reason", "NO_TIME"));
        }

        @Override
        Map<String, String> aTrip() {
            return stop(3);
        }
    }

    @Nested
    class ReportBreakdown extends Contract {
        ReportBreakdown() {
            super(
                    "reportBreakdown",
                    Principals.carrier(CARRIER),
                    Map.of("kind", "ENGINE", "drivable", false),
                    Map.of("kind", "TYRE", "drivable", false));
        }

        @Override
        Map<String, String> aTrip() {
            return Map.of("id", trips.aTripOnItsWay(CENTRE));
        }
    }

    @Nested
    class RecordBreakdown extends Contract {
        RecordBreakdown() {
            super(
                    "recordBreakdown",
                    Principals.operator(),
                    Map.of("kind", "ENGINE", "drivable", false),
                    Map.of("kind", "TYRE", "drivable", false));
        }

        @Override
        Map<String, String> aTrip() {
            return Map.of("id", trips.aTripOnItsWay(CENTRE));
        }
    }

    @Nested
    class CompleteTrip extends Contract {
        CompleteTrip() {
            super(
                    "completeTrip",
                    Principals.operator(),
                    Map.of("reason", "driver ill", "force", true),
                    Map.of("reason", "driver gone", "force", true));
        }

        @Override
        Map<String, String> aTrip() {
            return Map.of("id", trips.aTripOnItsWay(CENTRE));
        }
    }

    @Nested
    class CancelTrip extends Contract {
        CancelTrip() {
            super(
                    "cancelTrip",
                    Principals.moderator(),
                    Map.of("reason", "road closed"),
                    Map.of("reason", "road flooded"));
        }

        @Override
        Map<String, String> aTrip() {
            return Map.of("id", trips.anOfferedTrip(CENTRE));
        }
    }

    @Nested
    class ResequenceTrip extends Contract {
        ResequenceTrip() {
            super(
                    "resequenceTrip",
                    Principals.operator(),
                    Map.of("stop_ids", List.of(3, 2)),
                    Map.of("stop_ids", List.of(2, 3)));
        }

        @Override
        Map<String, String> aTrip() {
            return Map.of("id", trips.aTripOnItsWay(WEST, CENTRE));
        }
    }
}
