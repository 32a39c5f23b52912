package by.belparcel.trips.assigning;

import static by.belparcel.trips.TripScene.carrier;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.trips.TripScene;
import by.belparcel.trips.model.TripRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every command must keep, for each command of the assignment half. */
class CommandContractsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("trips");

    /** A fresh trip for each test, offered to 2 while 3 and 4 are there too. */
    abstract static class Contract extends CommandHandlerContract {

        private final String function;
        private final int driver;
        final TripScene scene = new TripScene(POSTGRES.database());

        @Nullable
        TripRecord trip;

        /** @param driver number of the calling carrier, 0 = an operator */
        Contract(String function, int driver) {
            this.function = function;
            this.driver = driver;
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
        protected final Principal caller() {
            return driver == 0 ? Principals.moderator() : Principals.carrier(carrier(driver));
        }

        @Override
        protected Map<String, String> arrange() {
            scene.clear();
            scene.online(2, 3, 4);
            trip = scene.aPlannedTrip(10);
            return Map.of("id", trip.id());
        }

        @Override
        protected Object body() {
            return Map.of();
        }

        @Override
        protected Object otherBody() {
            return Map.of();
        }

        final TripRecord trip() {
            return Objects.requireNonNull(trip);
        }

        final Map<String, Object> wish(int number) {
            return Map.of(
                    "new_carrier_id", carrier(number),
                    "reason", "old vehicle",
                    "expected_version", trip().version());
        }
    }

    @Nested
    class ConfirmTrip extends Contract {
        ConfirmTrip() {
            super("confirmTrip", 2);
        }
    }

    @Nested
    class RejectTrip extends Contract {
        RejectTrip() {
            super("rejectTrip", 2);
        }

        @Override
        protected Object body() {
            return Map.of("reason", "no time");
        }

        @Override
        protected Object otherBody() {
            return Map.of("reason", "no fuel");
        }
    }

    @Nested
    class ReassignTrip extends Contract {
        ReassignTrip() {
            super("reassignTrip", 0);
        }

        @Override
        protected Object body() {
            return wish(3);
        }

        @Override
        protected Object otherBody() {
            return wish(4);
        }
    }

    @Nested
    class ReassignTrips extends Contract {
        ReassignTrips() {
            super("reassignTrips", 0);
        }

        @Override
        protected Map<String, String> arrange() {
            super.arrange();
            return Map.of();
        }

        @Override
        protected Object body() {
            return items(3);
        }

        @Override
        protected Object otherBody() {
            return items(4);
        }

        private Map<String, Object> items(int number) {
            Map<String, Object> item = new HashMap<>(wish(number));
            item.put("trip_id", trip().id());
            return Map.of("items", List.of(item));
        }
    }

    /** The trip is on the road and 3 is asked to come. */
    abstract static class OnTheRoad extends Contract {

        OnTheRoad(String function) {
            super(function, 3);
        }

        @Override
        protected Map<String, String> arrange() {
            Map<String, String> path = super.arrange();
            scene.harness()
                    .command("confirmTrip")
                    .as(Principals.carrier(carrier(2)))
                    .path("id", trip().id())
                    .send();
            trip = scene.depart(trip().id());
            Map<String, Object> wish = new HashMap<>(wish(3));
            wish.put("handover_place", Map.of("lat", 53.84, "lng", 27.64));
            scene.harness()
                    .command("reassignTrip")
                    .as(Principals.moderator())
                    .path("id", trip().id())
                    .body(wish)
                    .send();
            scene.harness().deliver();
            return path;
        }

        final Map<String, String> order(int index) {
            return Map.of("order_id", trip().batches().getFirst().orderIds().get(index));
        }
    }

    @Nested
    class ScanBoxes extends OnTheRoad {
        ScanBoxes() {
            super("scanBoxes");
        }

        @Override
        protected Object body() {
            return order(0);
        }

        @Override
        protected Object otherBody() {
            return order(1);
        }
    }

    @Nested
    class CompleteHandover extends OnTheRoad {
        CompleteHandover() {
            super("completeHandover");
        }

        @Override
        protected Map<String, String> arrange() {
            Map<String, String> path = super.arrange();
            scene.harness()
                    .command("scanBoxes")
                    .as(Principals.carrier(carrier(3)))
                    .path("id", trip().id())
                    .body(order(0))
                    .send();
            return path;
        }
    }
}
