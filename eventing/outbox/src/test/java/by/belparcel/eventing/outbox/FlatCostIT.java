package by.belparcel.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** what a window costs does not depend on what was published before, even while an old transaction is open. */
final class FlatCostIT {

    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");
    private static final int BEFORE = 40_000;

    private final OutboxBed bed = new OutboxBed();

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void anOldOpenTransactionDoesNotMakeWindowsLonger() throws SQLException {
        OutboxDrain drain = bed.drain();
        try (Connection old = bed.connect();
                Statement open = old.createStatement()) {
            old.setAutoCommit(false);
            open.execute("select pg_current_xact_id()");
            fill(BEFORE);
            bed.execute("analyze eventing.outbox");
            assertThat(drain.drain().block()).isEqualTo(BEFORE);
            fill(32);
            String plan = explain(1);
            assertThat(plan).contains("shard_xid").doesNotContain("Seq Scan on " + today());
            assertThat(blocks(plan)).as(plan).isLessThan(100);
            // Two probes of a few blocks for each of 16 shards; the log itself has thousands of blocks.
            assertThat(blocks(explain("select * from eventing.outbox_pending_shards()")))
                    .isLessThan(400);
            assertThat(blocks(explain("select * from eventing.outbox_backlog(1000000)")))
                    .isLessThan(400);
            assertThat(drain.drain().block()).isEqualTo(32);
        }
        assertThat(bed.check().lost()).isZero();
        assertThat(bed.number("select sum(n_dead_tup) from pg_stat_user_tables where relname ~ '^outbox_2'"))
                .as("no dead tuples")
                .isZero();
    }

    @Test
    void aWindowOfALargeBacklogIsReadOnceAndSortedInMemory() throws SQLException {
        fill(BEFORE);
        bed.execute("analyze eventing.outbox");
        String plan = explain(1);
        assertThat(plan).contains("shard_xid").doesNotContain("Disk:").doesNotContain("temp");
    }

    /** The plan of a shard's next window with the numbers of the run. */
    private String explain(int shard) throws SQLException {
        String sql = LogQueries.WINDOW.replaceAll("\\$[1-5]", "?");
        try (Connection connection = bed.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set work_mem = '96MB'");
            String from;
            String to;
            try (ResultSet cursor = statement.executeQuery(
                    "select win_from, pg_current_snapshot() from eventing.outbox_cursor where shard = " + shard)) {
                cursor.next();
                from = cursor.getString(1);
                to = cursor.getString(2);
            }
            try (PreparedStatement window =
                    connection.prepareStatement("explain (analyze, buffers, costs off) " + sql)) {
                // In the order of the text: shard, from, to, to, after; shard, from, to, after; limit.
                window.setInt(1, shard);
                window.setString(2, from);
                window.setString(3, to);
                window.setString(4, to);
                window.setLong(5, 0);
                window.setInt(6, shard);
                window.setString(7, from);
                window.setString(8, to);
                window.setLong(9, 0);
                window.setInt(10, 50_000);
                StringBuilder plan = new StringBuilder();
                try (ResultSet lines = window.executeQuery()) {
                    while (lines.next()) {
                        plan.append(lines.getString(1)).append('\n');
                    }
                }
                return plan.toString();
            }
        }
    }

    private String explain(String sql) throws SQLException {
        try (Connection connection = bed.connect();
                Statement statement = connection.createStatement()) {
            // The first call plans the body of the function.
            statement.execute(sql);
            try (ResultSet plan = statement.executeQuery("explain (analyze, buffers, costs off) " + sql)) {
                StringBuilder lines = new StringBuilder();
                while (plan.next()) {
                    lines.append(plan.getString(1)).append('\n');
                }
                return lines.toString();
            }
        }
    }

    private String today() throws SQLException {
        return bed.text("select 'outbox_' || to_char(now() at time zone 'UTC', 'YYYYMMDD')");
    }

    private static long blocks(String plan) {
        Matcher first = BUFFERS.matcher(plan);
        assertThat(first.find()).as(plan).isTrue();
        return Long.parseLong(first.group(1)) + (first.group(2) == null ? 0 : Long.parseLong(first.group(2)));
    }

    private void fill(int rows) throws SQLException {
        bed.execute("""
                insert into eventing.outbox (shard, event_id, type, topic, aggregate_id, aggregate_version,
                                             correlation_id, causation_id, actor, data)
                select crc32(convert_to(key, 'UTF8')) & 15, uuidv7(), 'by.belparcel.order.created.v1', '%s', key, n,
                       'c', 'c', 'system', jsonb_build_object('text', repeat('x', 300))
                from (select n, 'key-' || n %% 500 as key from generate_series(1, %d) n) e""".formatted(bed.topic, rows));
    }
}
