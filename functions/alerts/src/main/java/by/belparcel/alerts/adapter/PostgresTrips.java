package by.belparcel.alerts.adapter;

import by.belparcel.alerts.application.TripFacts;
import by.belparcel.alerts.application.TripNote;
import by.belparcel.alerts.application.Trips;
import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** The projection of trips in PostgreSQL. */
public final class PostgresTrips implements Trips {

    /** Facts only add up, so the events of a trip may come in any order. */
    private static final String NOTE = """
            insert into alerts.trips as old (trip_id, planned_departure, plan_version, confirmed, started, over)
            values ($1, $2::timestamptz, $3::bigint, $4, $5, $6)
            on conflict (trip_id) do update
            set planned_departure = case
                    when excluded.plan_version > coalesce(old.plan_version, 0) then excluded.planned_departure
                    else old.planned_departure end,
                plan_version = greatest(old.plan_version, excluded.plan_version),
                confirmed = old.confirmed or excluded.confirmed,
                started = old.started or excluded.started,
                over = old.over or excluded.over
            returning planned_departure, confirmed, started, over
            """;

    @Override
    public Mono<TripFacts> note(Transaction tx, TripNote note) {
        return tx.first(
                NOTE,
                row -> new TripFacts(
                        row.get("planned_departure", Instant.class),
                        AlertRows.yes(row, "confirmed"),
                        AlertRows.yes(row, "started"),
                        AlertRows.yes(row, "over")),
                note.tripId(),
                note.plannedDeparture(),
                note.planVersion(),
                note.confirmed(),
                note.started(),
                note.over());
    }
}
