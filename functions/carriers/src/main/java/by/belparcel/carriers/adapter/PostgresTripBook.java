package by.belparcel.carriers.adapter;

import by.belparcel.carriers.application.TripBook;
import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The projection of trips in PostgreSQL. */
public final class PostgresTripBook implements TripBook {

    private static final String LIVE = """
            select trip_id::text as trip_id from carriers.trips
            where carrier_id = $1::uuid and state <> 'ENDED'
            order by since, trip_id
            """;

    private static final String HOLDERS = """
            select carrier_id::text as carrier_id, state, sequence from carriers.trips
            where trip_id = $1::uuid and (state <> 'ENDED' or sequence > $2)
            order by carrier_id
            """;

    private static final String DRIVES_BESIDE = """
            select exists (
                select from carriers.trips
                where carrier_id = $1::uuid and trip_id <> $2::uuid and state = 'DRIVING') as yes
            """;

    private static final String PUT = """
            insert into carriers.trips as old (trip_id, carrier_id, state, sequence, since)
            values ($1::uuid, $2::uuid, $3, $4, $5)
            on conflict (trip_id, carrier_id) do update
            set state = excluded.state, sequence = excluded.sequence, since = excluded.since
            where (old.sequence, array_position('{ASSIGNED,DRIVING,ENDED}'::text[], old.state))
                < (excluded.sequence, array_position('{ASSIGNED,DRIVING,ENDED}'::text[], excluded.state))
            """;

    private static final String DRIVEN_BY = """
            select trip_id::text as trip_id from carriers.trips
            where carrier_id = $1::uuid and state = 'DRIVING'
            order by since, trip_id
            limit 1
            """;

    private static final String OF_OTHERS = """
            select coalesce(bool_and(carrier_id <> $2::uuid), false) as yes from carriers.trips where trip_id = $1::uuid
            """;

    private static final String SIGNAL = """
            update carriers.carriers c
            set signal = $2::text, signal_at = $3
            from carriers.trips t
            where t.trip_id = $1::uuid and t.state = 'DRIVING' and c.id = t.carrier_id
              and (c.signal_at is null or c.signal_at < $3)
            """;

    @Override
    public Mono<List<String>> liveOf(Transaction tx, String carrierId) {
        return tx.all(LIVE, row -> Rows.text(row, "trip_id"), carrierId).collectList();
    }

    @Override
    public Mono<List<Holder>> holders(Transaction tx, String tripId, long sequence) {
        return tx.all(
                        HOLDERS,
                        row -> new Holder(
                                Rows.text(row, "carrier_id"),
                                Hold.valueOf(Rows.text(row, "state")),
                                Rows.value(row, "sequence", Long.class)),
                        tripId,
                        sequence)
                .collectList();
    }

    @Override
    public Mono<Boolean> drivesBeside(Transaction tx, String carrierId, String tripId) {
        return tx.first(DRIVES_BESIDE, row -> Rows.value(row, "yes", Boolean.class), carrierId, tripId);
    }

    @Override
    public Mono<Boolean> put(Transaction tx, String tripId, String carrierId, Hold hold, long sequence, Instant at) {
        return tx.update(PUT, tripId, carrierId, hold.name(), sequence, at).map(rows -> rows > 0);
    }

    @Override
    public Mono<String> drivenBy(Transaction tx, String carrierId) {
        return tx.first(DRIVEN_BY, row -> Rows.text(row, "trip_id"), carrierId);
    }

    @Override
    public Mono<Boolean> isOfOthers(Transaction tx, String tripId, String carrierId) {
        return tx.first(OF_OTHERS, row -> Rows.value(row, "yes", Boolean.class), tripId, carrierId);
    }

    @Override
    public Mono<Boolean> signal(Transaction tx, String tripId, @Nullable String signal, Instant at) {
        return tx.update(SIGNAL, tripId, signal, at).map(rows -> rows > 0);
    }
}
