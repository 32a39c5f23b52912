package by.belparcel.console.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.console.bench.OwnSystem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersIT {

    private static final String DEAD = "select count(*) from operations.dead_letters";

    @TempDir
    Path folder;

    @BeforeAll
    static void requirePackagedApp() {
        PackagedApp.require();
    }

    //
    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void anOutageLongerThanAllRetriesEndsInDeadLettersAndARedriveMendsIt() throws Exception {
        try (OwnSystem own = OwnSystem.start();
                History history = History.in(folder.resolve("history.jsonl"))) {
            Db db = Db.at(own.running().dbDsn());
            execute(db, "alter table payments.payments rename to away");
            CompletableFuture<Void> mended = CompletableFuture.runAsync(() -> {
                while (db.number(DEAD) == 0) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                }
                execute(db, "alter table payments.away rename to payments");
            });
            // The rest waits for the payments, so it asks for a table that is away until the other thread has mended
            // it.
            ChaosRun run = new ChaosRun(own.running(), Plan.of(6, 0, 2), false, System.err::println);

            ChaosRun.Outcome outcome = run.drive(history);

            assertThat(mended).isCompleted();
            assertThat(db.number(DEAD)).isPositive();
            assertThat(outcome.violations()).isEmpty();
        }
    }

    private static void execute(Db db, String sql) {
        try (Connection connection = db.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new Db.DbUnavailable(e);
        }
    }
}
