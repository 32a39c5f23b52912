package by.belparcel.tracking.stream.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.tracking.stream.application.FeedLog;
import by.belparcel.tracking.stream.application.FeedLog.Moment;
import by.belparcel.tracking.stream.application.FeedLog.Window;
import by.belparcel.tracking.stream.model.FeedRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedLogIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("tracking");

    private static final Duration KEPT = Duration.ofMinutes(15);

    private final FeedLog log =
            new FeedLogRows(POSTGRES.database().database(), KEPT, Duration.ofSeconds(90), Duration.ofMinutes(5));

    /** The reader that must not be: what has a greater number than the last one. */
    private static final class Naive {

        private final Set<String> read = new HashSet<>();
        private long last;

        void look() {
            for (List<String> row : POSTGRES.database()
                    .rows(
                            "select seq, trip_id, payload ->> 'alert_id' from tracking.feed where seq > ? order by seq",
                            last)) {
                last = Long.parseLong(row.getFirst());
                read.add(row.get(1) + ":" + row.get(2));
            }
        }
    }

    @ParameterizedTest // late commits, exactly once, for whoever follows and for whoever resumes from any
    // moment
    @ValueSource(longs = {1, 2, 3})
    void readsEveryCommittedRowOnceAndInTheOrderOfItsTrip(long seed) throws Exception {
        FeedWriters writers = new FeedWriters(POSTGRES.database());
        writers.prepare();
        Naive naive = new Naive();
        naive.last = POSTGRES.database().number("select last_value from tracking.feed_seq");
        Moment at = log.now().block();
        List<Moment> moments = new ArrayList<>();
        List<Integer> readBefore = new ArrayList<>();
        List<String> read = new ArrayList<>();
        List<Future<?>> writing = writers.start(seed);
        boolean last = false;
        while (!last) {
            last = writing.stream().allMatch(Future::isDone);
            Window window = since(at);
            naive.look();
            window.rows().forEach(row -> read.add(name(row)));
            at = window.end();
            moments.add(at);
            readBefore.add(read.size());
        }
        FeedWriters.join(writing);

        assertThat(read).containsExactlyInAnyOrderElementsOf(writers.committed);
        assertThat(inOrderOfTrips(read)).isTrue();
        for (int i = 0; i < moments.size(); i += Math.max(1, moments.size() / 20)) {
            List<String> resumed =
                    since(moments.get(i)).rows().stream().map(FeedLogIT::name).toList();
            assertThat(resumed).containsExactlyInAnyOrderElementsOf(read.subList(readBefore.get(i), read.size()));
        }
        assertThat(naive.read).as("what a reader by number has").hasSizeLessThan(writers.committed.size());
    }

    @Test
    void saysThatAnOldMomentIsLost() {
        Moment now = log.now().block();
        assertThat(now).isNotNull();

        assertThat(since(new Moment(now.snapshot(), now.epoch() - KEPT.toSeconds()))
                        .lost())
                .isFalse();
        assertThat(since(new Moment(now.snapshot(), now.epoch() - KEPT.toSeconds() - 2))
                        .lost())
                .isTrue();
    }

    @Test // a dump keeps the numbers of the cluster it was taken from
    void readsNothingThatATransactionToComeHasWritten() {
        POSTGRES.database().execute("truncate tracking.feed");
        Moment before = log.now().block();
        assertThat(before).isNotNull();
        POSTGRES.database().execute("""
                insert into tracking.feed (xid, kind, trip_id, payload)
                values ('4000000000000000'::xid8, 'alert', 't', '{"alert_id":"1"}')""");
        POSTGRES.database()
                .execute(
                        "insert into tracking.feed (kind, trip_id, payload) values ('alert', 't', '{\"alert_id\":\"2\"}')");

        Window window = since(before);
        assertThat(window.rows()).extracting(FeedLogIT::name).containsExactly("t:2");
        assertThat(since(window.end()).rows()).isEmpty();
        POSTGRES.database().execute("truncate tracking.feed");
    }

    @Test // no growth: a slot is emptied before it is needed again, and only that one
    void emptiesTheOldestSlotOnly() {
        POSTGRES.database().execute("truncate tracking.feed");
        POSTGRES.database().execute("""
                insert into tracking.feed (slot, kind, trip_id, payload)
                select i, 'alert', 't', '{}' from generate_series(0, 5) i""");
        FeedRows feed = new FeedRows();
        long present = POSTGRES.database().number("select (extract(epoch from clock_timestamp())::bigint / 300) % 6");

        POSTGRES.database().database().inTransaction(feed::rotate).block();

        List<String> left = POSTGRES.database().texts("select slot from tracking.feed order by slot");
        assertThat(left).hasSize(5).doesNotContain(Long.toString((present + 2) % 6));
        assertThat(POSTGRES.database().number("select tracking.feed_rotate()::int"))
                .isZero();
    }

    @Test // an open reader or writer of the slot is not waited for
    void leavesASlotThatSomebodyHolds() throws Exception {
        POSTGRES.database().execute("truncate tracking.feed");
        POSTGRES.database().execute("""
                insert into tracking.feed (slot, kind, trip_id, payload)
                select i, 'alert', 't', '{}' from generate_series(0, 5) i""");
        try (var holder = POSTGRES.database().jdbc();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            assertThat(statement.executeUpdate("update tracking.feed set trip_id = 'held'"))
                    .isEqualTo(6);

            POSTGRES.database().database().inTransaction(new FeedRows()::rotate).block();
            holder.rollback();
        }
        assertThat(POSTGRES.database().number("select count(*) from tracking.feed"))
                .isEqualTo(6);
    }

    @Test // the cost of a look is that of what is new
    void readsByTheIndexAlone() {
        POSTGRES.database().execute("truncate tracking.feed");
        POSTGRES.database().execute("""
                insert into tracking.feed (kind, trip_id, payload)
                select 'alert', 't' || i, '{}' from generate_series(1, 20000) i""");
        String plan = String.join("\n", POSTGRES.database().texts("""
                explain select * from tracking.feed where xid >= pg_snapshot_xmax(pg_current_snapshot())
                union all
                select * from tracking.feed where xid = any (array(select pg_snapshot_xip(pg_current_snapshot())))"""));

        assertThat(plan)
                .contains("Index")
                .doesNotContain(
                        "Seq Scan on feed_" + POSTGRES.database().text("select slot from tracking.feed limit 1"));
    }

    private Window since(Moment from) {
        Window window = log.since(from).block();
        if (window == null) {
            throw new AssertionError("no window");
        }
        return window;
    }

    private static String name(FeedRow row) {
        return row.tripId() + ":"
                + Json.mapper().readTree(row.json() + "}").path("alert_id").asString();
    }

    private static boolean inOrderOfTrips(List<String> read) {
        Map<String, Integer> last = new HashMap<>();
        for (String name : read) {
            String[] parts = name.split(":", -1);
            int number = Integer.parseInt(parts[1]);
            if (number < last.getOrDefault(parts[0], 0)) {
                return false;
            }
            last.put(parts[0], number);
        }
        return true;
    }
}
