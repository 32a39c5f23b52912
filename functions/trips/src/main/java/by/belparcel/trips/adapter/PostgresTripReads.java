package by.belparcel.trips.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.queries.DelayView;
import by.belparcel.trips.application.queries.TimelineView;
import by.belparcel.trips.application.queries.TripFilter;
import by.belparcel.trips.application.queries.TripReads;
import by.belparcel.trips.application.queries.UnassignedView;
import by.belparcel.trips.model.TripRecord;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Queries on trips in PostgreSQL. */
public final class PostgresTripReads implements TripReads {

    private static final String CONDITIONS = """
            where ($1::text[] is null or t.state = any($1::text[]))
              and ($2::text[] is null or t.place_ids && $2::text[]::uuid[])
              and ($3::text is null or t.origin_id = $3::uuid)
              and ($4::text[] is null or t.carrier_id = any($4::text[]::uuid[]))
              and ($5::timestamptz is null or t.planned_departure >= $5::timestamptz)
              and ($6::timestamptz is null or t.planned_departure < $6::timestamptz)
              and ($7::boolean is null or t.needs_manual = $7::boolean)
              and ($8::boolean is null or $8::boolean = (t.late_s > 0 or (
                  t.state in ('PLANNED', 'ASSIGNED') and t.planned_departure < now() - make_interval(secs => $10))))
              and ($9::text is null or t.number like $9::text escape '!')
            """;

    private static final String WAITING = """
            select id::text as id, content ->> 'number' as number, origin_id::text as origin_id,
                   content ->> 'dest_id' as dest_id, jsonb_array_length(content -> 'order_ids') as orders, reason, attempts,
                   since
            from trips.batch
            where state = 'CLOSED' and content is not null
            order by since, id
            limit $1
            """;

    private static final String DELAYS = """
            select id::text as id, number, state, carrier_id::text as carrier_id, planned_departure, departed_at, eta_at,
                   left_late, late_s
            from (
                select t.*, greatest(0, extract(epoch from coalesce(departed_at, now()) - planned_departure))::bigint as left_late
                from trips.trip t
                where state <> 'CANCELLED' and planned_departure between now() - make_interval(secs => $1) and now()) late
            where left_late > 0 or late_s > 0
            order by greatest(left_late, late_s) desc, id
            limit $2
            """;

    private final Duration lateDeparture;

    /** @param lateDeparture a trip that has not left so long after its planned departure is late */
    public PostgresTripReads(Duration lateDeparture) {
        this.lateDeparture = lateDeparture;
    }

    @Override
    public Mono<List<TripRecord>> page(Transaction tx, TripFilter filter) {
        TripFilter.Position after = filter.after();
        return tx.all(
                        TripSql.COLUMNS + CONDITIONS + order(filter),
                        TripRows::trip,
                        array(filter.states().stream().map(TripState::name).toList()),
                        array(filter.places()),
                        filter.warehouse(),
                        array(filter.carriers()),
                        filter.departsFrom(),
                        filter.departsTo(),
                        filter.needsManual(),
                        filter.late(),
                        filter.q() == null ? null : prefix(filter.q()),
                        (double) lateDeparture.toSeconds(),
                        after == null ? null : after.at(),
                        after == null ? null : after.id(),
                        filter.limit() + 1)
                .collectList();
    }

    private static String order(TripFilter filter) {
        String column = filter.byDeparture() ? "t.planned_departure" : "t.created_at";
        String direction = filter.descending() ? " desc" : "";
        return "and ($11::timestamptz is null or (" + column + ", t.id) " + (filter.descending() ? "<" : ">")
                + " ($11::timestamptz, $12::uuid))\norder by " + column + direction + ", t.id" + direction
                + "\nlimit $13";
    }

    @Override
    public Mono<List<TimelineView.Entry>> history(Transaction tx, String tripId) {
        return tx.all(
                        TripSql.HISTORY,
                        row -> new TimelineView.Entry(
                                TripRows.number(row, "version"),
                                TripRows.time(row, "at"),
                                TripRows.text(row, "kind"),
                                row.get("detail", String.class),
                                TripState.valueOf(TripRows.text(row, "state")),
                                TripRows.text(row, "actor")),
                        tripId)
                .collectList();
    }

    @Override
    public Mono<List<UnassignedView.Waiting>> waiting(Transaction tx, int limit) {
        return tx.all(WAITING, PostgresTripReads::waiting, limit).collectList();
    }

    @Override
    public Mono<List<DelayView>> delays(Transaction tx, Duration back, int limit) {
        return tx.all(DELAYS, PostgresTripReads::delay, (double) back.toSeconds(), limit)
                .collectList();
    }

    private static UnassignedView.Waiting waiting(Readable row) {
        return new UnassignedView.Waiting(
                TripRows.text(row, "id"),
                TripRows.text(row, "number"),
                TripRows.text(row, "origin_id"),
                TripRows.text(row, "dest_id"),
                Objects.requireNonNull(row.get("orders", Integer.class)),
                row.get("reason", String.class),
                Objects.requireNonNull(row.get("attempts", Integer.class)),
                TripRows.time(row, "since"));
    }

    private static DelayView delay(Readable row) {
        return new DelayView(
                TripRows.text(row, "id"),
                TripRows.text(row, "number"),
                TripState.valueOf(TripRows.text(row, "state")),
                row.get("carrier_id", String.class),
                TripRows.time(row, "planned_departure"),
                row.get("departed_at", Instant.class),
                row.get("eta_at", Instant.class),
                TripRows.number(row, "left_late"),
                TripRows.number(row, "late_s"));
    }

    private static String @Nullable [] array(List<String> values) {
        return values.isEmpty() ? null : values.toArray(String[]::new);
    }

    private static String prefix(String q) {
        String number = q.toUpperCase(Locale.ROOT);
        return number.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
