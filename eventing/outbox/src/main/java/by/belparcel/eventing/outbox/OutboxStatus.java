package by.belparcel.eventing.outbox;

import by.belparcel.eventing.store.Database;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** The backlog for status pages and metrics. */
public final class OutboxStatus {

    private static final String SQL = """
            select pending, oldest_seconds,
                   (select count(*) from eventing.outbox_parked where state = 'RETRYING'),
                   (select count(*) from eventing.outbox_parked where state = 'DEAD'),
                   (select count(*) from eventing.outbox_held)
            from eventing.outbox_backlog($1)""";

    /**
     * @param pending rows ahead of the cursors; counted up to a bound per shard
     * @param oldestSeconds age of the oldest pending row
     * @param retrying keys that are retried
     * @param dead keys that wait for an operator
     * @param held rows behind parked keys
     */
    public record Backlog(long pending, long oldestSeconds, long retrying, long dead, long held) {

        /** Keys that are parked in either state. */
        public long parked() {
            return retrying + dead;
        }
    }

    private final Database database;
    private final long boundPerShard;

    /** @param boundPerShard stop counting a shard here, so that a huge backlog does not make the status slow */
    public OutboxStatus(Database database, long boundPerShard) {
        this.database = database;
        this.boundPerShard = boundPerShard;
    }

    public Mono<Backlog> read() {
        return database.reading(tx -> tx.first(
                SQL,
                row -> new Backlog(number(row, 0), number(row, 1), number(row, 2), number(row, 3), number(row, 4)),
                boundPerShard));
    }

    private static long number(Readable row, int column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
