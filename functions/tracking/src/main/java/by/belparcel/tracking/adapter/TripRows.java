package by.belparcel.tracking.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.tracking.application.SignalChanges;
import by.belparcel.tracking.application.TripStore;
import by.belparcel.tracking.model.Trip;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The projection of trips and who drove them when. */
public final class TripRows implements TripStore, SignalChanges.Silences {

    private static final String LOCK = """
            insert into tracking.trip as t (trip_id) values ($1)
            on conflict (trip_id) do update set trip_id = excluded.trip_id
            returning to_jsonb(t)::text as trip
            """;

    private static final String SAVE = """
            update tracking.trip t
            set number = n.number, state = n.state, carrier_id = n.carrier_id, handover_to = n.handover_to,
                pvz_ids = n.pvz_ids, batch_ids = n.batch_ids, stops = n.stops, planned_line = n.planned_line,
                next_stop = n.next_stop, eta_at = n.eta_at, eta_quality = n.eta_quality, delay_min = n.delay_min,
                started_at = n.started_at, ended_at = n.ended_at, state_version = n.state_version,
                plan_version = n.plan_version, eta_version = n.eta_version
            from jsonb_populate_record(null::tracking.trip, $2::jsonb) n where t.trip_id = $1
            """;

    /** Who is told twice that he drives goes on driving; the time of the other ends where his begins. */
    private static final String DRIVES = """
            with ended as (
                update tracking.trip_carrier set to_at = greatest(from_at, $3)
                where trip_id = $1 and to_at is null and carrier_id is distinct from $2::text)
            insert into tracking.trip_carrier (carrier_id, trip_id, from_at)
            select $2::text, $1, $3 where $2::text is not null
              and not exists (select from tracking.trip_carrier
                              where trip_id = $1 and carrier_id = $2::text and to_at is null)
            on conflict do nothing
            """;

    private static final String DROVE = """
            insert into tracking.trip_carrier (carrier_id, trip_id, from_at, to_at) values ($2, $1, $3, greatest($3, $4))
            on conflict do nothing
            """;

    private static final String TOLD = "update tracking.trip set silence = $2, silence_check = $3 where trip_id = $1";

    private static final String LOOK = """
            select t.silence::bigint as silence, t.silence_check,
                   coalesce((select l.device_time from tracking.carrier_locations l where l.trip_id = t.trip_id),
                            t.started_at, now()) as last_fix,
                   coalesce((select l.seq from tracking.carrier_locations l where l.trip_id = t.trip_id), 0) as seq
            from tracking.trip t where t.trip_id = $1 and t.state = 'IN_TRANSIT' for update of t
            """;

    @Override
    public Mono<Trip> lock(Transaction tx, String tripId) {
        return tx.first(LOCK, row -> Json.mapper().readValue(Rows.text(row, "trip"), Trip.class), tripId);
    }

    @Override
    public Mono<Void> save(Transaction tx, Trip trip) {
        return tx.update(SAVE, trip.tripId(), Rows.json(trip)).then();
    }

    @Override
    public Mono<Void> drives(Transaction tx, String tripId, @Nullable String carrierId, Instant from) {
        return tx.update(DRIVES, tripId, carrierId, from).then();
    }

    @Override
    public Mono<Void> drove(Transaction tx, String tripId, String carrierId, Instant from, Instant to) {
        return tx.update(DROVE, tripId, carrierId, from, to).then();
    }

    @Override
    public Mono<Void> forget(Transaction tx, String tripId) {
        return tx.update("delete from tracking.carrier_locations where trip_id = $1", tripId)
                .then();
    }

    @Override
    public Mono<Void> told(Transaction tx, String tripId, int step, long check) {
        return tx.update(TOLD, tripId, step, check).then();
    }

    @Override
    public Mono<State> look(Transaction tx, String tripId) {
        return tx.first(
                LOOK,
                row -> new State(
                        (int) Rows.number(row, "silence"),
                        Rows.number(row, "silence_check"),
                        Objects.requireNonNull(Rows.time(row, "last_fix")),
                        Rows.number(row, "seq")),
                tripId);
    }
}
