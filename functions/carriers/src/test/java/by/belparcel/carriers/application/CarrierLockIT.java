package by.belparcel.carriers.application;

import static by.belparcel.carriers.CarrierFixture.aCarrier;
import static by.belparcel.carriers.CarrierFixture.assigned;
import static by.belparcel.carriers.CarrierFixture.id;
import static by.belparcel.carriers.CarrierFixture.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import by.belparcel.carriers.CarriersFunctions;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever changes a carrier waits for the one who is at it, and then sees what that one did. */
class CarrierLockIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("carriers");

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = FunctionHarness.of(POSTGRES.database(), new CarriersFunctions());
    }

    @Test
    void aDeactivationSeesTheTripThatCameInBetween() {
        String carrier = aCarrier(POSTGRES.database());

        HttpReply reply = meanwhile(
                carrier,
                "insert into carriers.trips values (gen_random_uuid(), ?::uuid, 'ASSIGNED', 2, now())",
                () -> harness.command("editCarrier")
                        .as(Principals.admin())
                        .path("id", carrier)
                        .body(Map.of("is_active", false, "reason", "licence expired"))
                        .send());

        assertThat(reply.code()).isEqualTo("CARRIER_HAS_ACTIVE_TRIP");
    }

    @Test
    void anAssignmentWaitsForTheDeactivation() {
        String carrier = aCarrier(POSTGRES.database());

        assertThat(meanwhile(
                                carrier,
                                "update carriers.carriers set is_active = false where id = ?::uuid",
                                () -> harness.event("bindCarrierOnTripAssigned", assigned(id(), carrier), 2))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aShiftDoesNotStartForSomebodyWhoIsDeactivatedMeanwhile() {
        String carrier = aCarrier(POSTGRES.database());

        HttpReply reply = meanwhile(
                carrier,
                "update carriers.carriers set is_active = false where id = ?::uuid",
                () -> work(harness, "startShift", carrier, "{}"));

        assertThat(reply.code()).isEqualTo("CARRIER_INACTIVE");
    }

    /** Changes the carrier's rows in a transaction, lets the other one run into its lock, commits, answers what the other one says. */
    private static <T> T meanwhile(String carrier, String change, Supplier<T> other) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try (Connection connection = POSTGRES.database().jdbc()) {
                connection.setAutoCommit(false);
                for (String sql : List.of("select 1 from carriers.carriers where id = ?::uuid for update", change)) {
                    execute(connection, sql, carrier);
                }
                CompletableFuture<T> running = CompletableFuture.supplyAsync(other);
                while (!running.isDone() && waiting() == 0) {
                    Thread.onSpinWait();
                }
                assertThat(running).as("it waits").isNotDone();
                connection.commit();
                return running.join();
            }
        });
    }

    private static void execute(Connection connection, String sql, String carrier) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, carrier);
            statement.execute();
        }
    }

    private static long waiting() {
        return POSTGRES.database()
                .number("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'");
    }
}
