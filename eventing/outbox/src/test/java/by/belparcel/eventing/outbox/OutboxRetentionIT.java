package by.belparcel.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OutboxRetentionIT {

    private static final String DAYS = """
            select count(*) from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'eventing.outbox'::regclass and c.relname ~ '[0-9]{8}$'""";

    private static final String OLD_DAY = "to_regclass('eventing.outbox_20260101') is not null";

    private final OutboxBed bed = new OutboxBed();
    private final OutboxRetention retention = new OutboxRetention(bed.database(1), Duration.ZERO, 7, 1095);

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void createsAWeekAhead() throws SQLException {
        retention.run().block();
        assertThat(bed.number(DAYS)).isEqualTo(8);
        retention.run().block();
        assertThat(bed.number(DAYS)).isEqualTo(8);
    }

    @Test
    void worksAtMostOnceInThePause() throws SQLException {
        OutboxRetention hourly = new OutboxRetention(bed.database(1), Duration.ofHours(1), 7, 1095);
        hourly.run().block();
        bed.execute("select eventing.outbox_create_day('2026-01-01')");
        hourly.run().block();
        new OutboxRetention(bed.database(1), Duration.ofHours(1), 7, 1095).run().block();
        assertThat(bed.text("select " + OLD_DAY))
                .as("not even in another process")
                .isEqualTo("t");
        bed.execute("update eventing.outbox_maintenance set ran_at = ran_at - interval '61 minutes'");
        new OutboxRetention(bed.database(1), Duration.ofHours(1), 7, 1095).run().block();
        assertThat(bed.text("select " + OLD_DAY)).isEqualTo("f");
    }

    @Test
    void detachesAPublishedDayAndDropsItWhenTheArchiveTimeIsOver() throws SQLException {
        oldRow("a");
        bed.drain().drain().block();
        retention.run().block();
        assertThat(bed.text("select " + OLD_DAY)).isEqualTo("f");
        assertThat(bed.number("select count(*) from eventing_archive.outbox_20260101"))
                .isOne();
        new OutboxRetention(bed.database(1), Duration.ZERO, 7, 30).run().block();
        assertThat(bed.text("select to_regclass('eventing_archive.outbox_20260101')::text is null"))
                .isEqualTo("t");
    }

    @Test
    void keepsADayWithAnUnpublishedRow() throws SQLException {
        oldRow("a");
        retention.run().block();
        assertThat(bed.text("select " + OLD_DAY)).isEqualTo("t");
    }

    @Test
    void keepsADayThatAParkedKeyNeeds() throws SQLException {
        bed.execute(
                "insert into eventing.chaos values (true, '{\"relay_drop_percent\": 100}', clock_timestamp() + interval '1 hour')");
        oldRow("a");
        bed.drain().drain().block();
        retention.run().block();
        assertThat(bed.text("select " + OLD_DAY)).isEqualTo("t");
    }

    @Test
    void givesUpWhenALongTransactionHoldsTheLog() throws SQLException {
        oldRow("a");
        bed.drain().drain().block();
        try (Connection long_ = bed.connect();
                Statement statement = long_.createStatement()) {
            long_.setAutoCommit(false);
            statement.execute("select count(*) from eventing.outbox");
            retention.run().block(Duration.ofSeconds(10));
            assertThat(bed.text("select " + OLD_DAY)).isEqualTo("t");
        }
    }

    @Test
    void aDayNobodyPreparedIsTakenAndPublished() throws SQLException {
        bed.execute("""
                insert into eventing.outbox (day, shard, event_id, type, topic, aggregate_id, aggregate_version,
                                             correlation_id, causation_id, actor, data)
                values ('2040-01-01', 1, uuidv7(), 't', '%s', 'a', 1, 'c', 'c', 'system', '{}')""".formatted(bed.topic));
        assertThat(bed.drain().drain().block()).isOne();
        assertThat(bed.text("select eventing.outbox_create_day('2040-01-01')")).isEqualTo("f");
        retention.run().block();
        assertThat(bed.number(DAYS)).isEqualTo(8);
    }

    @Test
    void afterARestoreEverythingIsPublishedAgain() throws SQLException {
        bed.appendCommitted("a", 1, 2);
        bed.drain().drain().block();
        // As in a cluster whose transaction numbers start again: the windows lie in the future.
        bed.execute("update eventing.outbox_cursor set win_from = '900000000:900000000:'");
        bed.appendCommitted("a", 3);
        assertThat(bed.drain().drain().block()).isZero();
        assertThat(bed.number("select eventing.outbox_after_restore()")).isEqualTo(3);
        assertThat(bed.drain().drain().block()).isEqualTo(3);
        assertThat(bed.check()).isEqualTo(new LogCheck(3, 0, 0, 2, 0));
    }

    private void oldRow(String key) throws SQLException {
        bed.execute("select eventing.outbox_create_day('2026-01-01')");
        bed.execute("""
                insert into eventing.outbox (day, shard, event_id, type, topic, aggregate_id, aggregate_version,
                                             correlation_id, causation_id, actor, data)
                values ('2026-01-01', 1, uuidv7(), 't', '%s', '%s', 1, 'c', 'c', 'system', '{}')""".formatted(bed.topic, key));
    }
}
