package by.belparcel.eventing.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Relays as they are often written, each with one known mistake; the check must see all three. */
abstract class BrokenRelay implements Relay {

    record Row(long seq, String id, String key, long version) {}

    final OutboxBed bed;
    final RandomGenerator random;
    private final OutboxProducer producer;

    BrokenRelay(OutboxBed bed, RandomGenerator random) {
        this.bed = bed;
        this.random = random;
        this.producer = bed.producer();
    }

    final void publish(List<Row> rows) {
        for (Row row : rows) {
            var message = new ProducerRecord<>(bed.topic, row.key().getBytes(StandardCharsets.UTF_8), new byte[0]);
            message.headers().add("ce_id", row.id().getBytes(StandardCharsets.UTF_8));
            message.headers()
                    .add(
                            "ce_sequence",
                            String.format(Locale.ROOT, "%010d", row.version()).getBytes(StandardCharsets.UTF_8));
            var unused = producer.get().send(message);
        }
        producer.get().flush();
    }

    static List<Row> rows(Connection connection, String condition) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select seq, event_id, aggregate_id, aggregate_version from eventing.outbox o " + condition)) {
            while (result.next()) {
                rows.add(new Row(result.getLong(1), result.getString(2), result.getString(3), result.getLong(4)));
            }
        }
        return rows;
    }

    /** M4: a cursor on the sequence passes rows that commit late. */
    static final class SequenceCursor extends BrokenRelay {

        private long last;

        SequenceCursor(OutboxBed bed, RandomGenerator random) {
            super(bed, random);
        }

        @Override
        public void run() throws SQLException {
            try (Connection connection = bed.connect()) {
                List<Row> rows = rows(connection, "where seq > " + last + " order by seq");
                publish(rows);
                last = rows.isEmpty() ? last : rows.getLast().seq();
            }
        }

        @Override
        public void finish() throws SQLException {
            run();
        }
    }

    /** M3: the right window, but marked before the records are acknowledged. */
    static final class MarksFirst extends BrokenRelay {

        private String from = "1:1:";

        MarksFirst(OutboxBed bed, RandomGenerator random) {
            super(bed, random);
        }

        @Override
        public void run() throws SQLException {
            pass(random.nextInt(5) == 0);
        }

        @Override
        public void finish() throws SQLException {
            pass(false);
        }

        private void pass(boolean killed) throws SQLException {
            try (Connection connection = bed.connect()) {
                connection.setAutoCommit(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                String old = from;
                try (Statement statement = connection.createStatement();
                        ResultSet snapshot = statement.executeQuery("select pg_current_snapshot()")) {
                    snapshot.next();
                    from = snapshot.getString(1);
                }
                List<Row> rows = rows(connection, "where not pg_visible_in_snapshot(xid, '" + old + "') order by seq");
                connection.commit();
                if (!killed) {
                    publish(rows);
                }
            }
        }
    }

    /** M8: two workers take single rows with SKIP LOCKED, so two events of one key may be in two hands. */
    static final class SkipsLockedRows extends BrokenRelay {

        private final Connection[] workers = new Connection[2];
        private final List<List<Row>> claimed = new ArrayList<>(List.of(List.of(), List.of()));

        SkipsLockedRows(OutboxBed bed, RandomGenerator random) throws SQLException {
            super(bed, random);
            bed.execute("""
                    create table unsent (seq bigint primary key);
                    create function to_unsent() returns trigger language plpgsql as
                    'begin insert into unsent values (new.seq); return null; end';
                    create trigger to_unsent after insert on eventing.outbox for each row execute function to_unsent()""");
            for (int i = 0; i < workers.length; i++) {
                workers[i] = bed.connect();
                workers[i].setAutoCommit(false);
            }
        }

        @Override
        public void run() throws SQLException {
            step(random.nextInt(workers.length));
        }

        private boolean step(int worker) throws SQLException {
            List<Row> mine = claimed.get(worker);
            if (mine.isEmpty()) {
                claimed.set(
                        worker,
                        rows(
                                workers[worker],
                                "join unsent u using (seq) order by seq limit 2 for update of u skip locked"));
                return !claimed.get(worker).isEmpty();
            }
            publish(mine);
            try (Statement statement = workers[worker].createStatement()) {
                for (Row row : mine) {
                    statement.execute("delete from unsent where seq = " + row.seq());
                }
            }
            workers[worker].commit();
            claimed.set(worker, List.of());
            return true;
        }

        @Override
        public void finish() throws SQLException {
            while (step(1) | step(0)) {
                continue;
            }
        }

        @Override
        public void close() throws SQLException {
            for (Connection worker : workers) {
                worker.close();
            }
        }
    }
}
