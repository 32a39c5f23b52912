package by.belparcel.eventing.outbox;

import io.r2dbc.spi.Readable;
import java.util.Objects;

/**
 * How the log is read. "Not visible in the old snapshot" is spelled {@code xid >= xmax or xid in xip}, so the index
 * {@code (shard, xid)} finds exactly the window and a transaction left open for hours costs one extra probe, not a rescan.
 */
final class LogQueries {

    /** ASCII unit separator: the appender keeps control characters out of every joined column, and JSON escapes them. */
    static final char SEPARATOR = '\u001f';

    private static final String COLUMNS = """
            concat_ws(E'\\x1f', o.seq, o.aggregate_id, o.xid, o.day, o.topic, o.type, o.event_id, o.aggregate_version,
                      o.source, o.correlation_id, o.causation_id, o.actor, o.created_at, o.attributes),
            o.data
            """;

    /** Two arms and not one condition with OR: the planner would take the upper bound alone for the index and filter the rest. */
    private static final String WINDOW_ROWS = """
            from (select * from eventing.outbox
                  where shard = $1::smallint
                    and xid >= pg_snapshot_xmax($2::pg_snapshot) and xid < pg_snapshot_xmax($3::pg_snapshot)
                    and pg_visible_in_snapshot(xid, $3::pg_snapshot)
                    and seq > $4
                  union all
                  select * from eventing.outbox
                  where shard = $1::smallint
                    and xid = any (array(select pg_snapshot_xip($2::pg_snapshot)))
                    and pg_visible_in_snapshot(xid, $3::pg_snapshot)
                    and seq > $4) w
            order by seq
            limit $5
            """;

    /** Binds: shard, win_from, win_to, after_seq, limit. The columns are formatted after the sort, while they stream. */
    static final String WINDOW = "select " + COLUMNS + "from (select * " + WINDOW_ROWS + ") o";

    /** Binds: shard, aggregate id, highest seq, limit. */
    static final String HELD = "select " + COLUMNS + """
            from (select * from eventing.outbox_held
                  where shard = $1::smallint and aggregate_id = $2 and seq <= $3
                  order by seq
                  limit $4) h
            join eventing.outbox o on o.day = h.day and o.shard = h.shard and o.xid = h.xid and o.seq = h.seq
            order by h.seq""";

    private LogQueries() {}

    static LogRow row(Readable row) {
        return LogRow.of(
                Objects.requireNonNull(row.get(0, String.class)), Objects.requireNonNull(row.get(1, byte[].class)));
    }
}
