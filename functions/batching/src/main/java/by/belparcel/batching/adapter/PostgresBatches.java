package by.belparcel.batching.adapter;

import by.belparcel.batching.application.Batches;
import by.belparcel.batching.application.Destinations;
import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.Cargo;
import by.belparcel.batching.model.Key;
import by.belparcel.eventing.store.Transaction;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** The aggregate in PostgreSQL; every method is one statement. */
public final class PostgresBatches implements Batches, Destinations {

    /** The destination is held too, so that a suspension waits for adds in flight and adds see every suspension. */
    private static final String LOCK_OPEN = Rows.BATCH + """
            join batching.places p on p.id = b.dest_id
            where b.origin = $1::uuid and b.dest_type = $2 and b.dest_id = $3::uuid and b.service = $4
              and b.state = 'OPEN' and p.status = 'OPEN'
            for share of p for update of b
            """;

    private static final String LOCK = Rows.BATCH + "where b.id = any($1::text[]::uuid[]) order by b.id for update";

    private static final String OPEN_TO =
            Rows.BATCH + "where b.dest_id = $1::uuid and b.state = 'OPEN' order by b.id for update";

    private static final String INSERT = """
            with opened as (
                insert into batching.batches (
                    id, number, origin, dest_type, dest_id, service, state, version, orders_count, weight_g, volume_cm3,
                    oldest_at, age_at, cutoff_at, opened_at, closed_at, close_reason, trip_id, parent_id, seal)
                values (
                    $1::uuid, $2, $3::uuid, $4, $5::uuid, $6, $7, $8, $9, $10, $11,
                    $12, $13, $14::timestamptz, $15, $16::timestamptz, $17, $18::uuid, $19::uuid, $20)
                on conflict (origin, dest_type, dest_id, service) where state = 'OPEN' do nothing
                returning id),
            freed as (
                update batching.orders set waiting = null, waiting_for = null
                where order_id = any($21::text[]::uuid[]) and waiting is not null and exists (select from opened))
            insert into batching.members (batch_id, order_id, weight_g, volume_cm3, ready_at, added_at)
            select opened.id, m.order_id::uuid, m.weight_g, m.volume_cm3, m.ready_at::timestamptz, now()
            from opened, unnest($21::text[], $22::bigint[], $23::bigint[], $24::text[])
                as m (order_id, weight_g, volume_cm3, ready_at)
            """;

    private static final String SAVE = """
            with gone as (
                delete from batching.members
                where batch_id = $1::uuid and active and order_id = any($13::text[]::uuid[])),
            freed as (
                update batching.orders set waiting = null, waiting_for = null
                where order_id = any($14::text[]::uuid[]) and waiting is not null),
            come as (
                insert into batching.members (batch_id, order_id, weight_g, volume_cm3, ready_at, added_at)
                select $1::uuid, m.order_id::uuid, m.weight_g, m.volume_cm3, m.ready_at::timestamptz, now()
                from unnest($14::text[], $15::bigint[], $16::bigint[], $17::text[])
                    as m (order_id, weight_g, volume_cm3, ready_at))
            update batching.batches
            set state = $2, version = $3, orders_count = $4, weight_g = $5, volume_cm3 = $6, oldest_at = $7, age_at = $8,
                closed_at = $9::timestamptz, close_reason = $10, trip_id = $11::uuid, seal = $12
            where id = $1::uuid
            """;

    @Override
    public Mono<Batch> lockOpen(Transaction tx, Key key) {
        return tx.first(
                LOCK_OPEN,
                Rows::batch,
                key.origin(),
                key.destType().name(),
                key.destId(),
                key.service().name());
    }

    @Override
    public Mono<List<Batch>> lock(Transaction tx, Collection<String> ids) {
        return tx.all(LOCK, Rows::batch, (Object) Rows.ids(ids)).collectList();
    }

    @Override
    public Mono<List<Batch>> open(Transaction tx, String placeId) {
        return tx.all(OPEN_TO, Rows::batch, placeId).collectList();
    }

    @Override
    public Mono<Boolean> insert(Transaction tx, Batch batch, List<Cargo> cargo) {
        return tx.update(
                        INSERT,
                        batch.id(),
                        batch.number(),
                        batch.key().origin(),
                        batch.key().destType().name(),
                        batch.key().destId(),
                        batch.key().service().name(),
                        batch.state().name(),
                        batch.version(),
                        batch.load().count(),
                        batch.load().weightG(),
                        batch.load().volumeCm3(),
                        batch.schedule().oldestAt(),
                        batch.schedule().ageAt(),
                        batch.schedule().cutoffAt(),
                        batch.course().openedAt(),
                        batch.course().closedAt(),
                        Rows.name(batch.course().reason()),
                        batch.course().tripId(),
                        batch.course().parentId(),
                        batch.course().seal(),
                        orders(cargo),
                        weights(cargo),
                        volumes(cargo),
                        times(cargo))
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<Void> save(Transaction tx, Batch batch, Collection<Cargo> added, Collection<String> removed) {
        return tx.update(
                        SAVE,
                        batch.id(),
                        batch.state().name(),
                        batch.version(),
                        batch.load().count(),
                        batch.load().weightG(),
                        batch.load().volumeCm3(),
                        batch.schedule().oldestAt(),
                        batch.schedule().ageAt(),
                        batch.course().closedAt(),
                        Rows.name(batch.course().reason()),
                        batch.course().tripId(),
                        batch.course().seal(),
                        Rows.ids(removed),
                        orders(added),
                        weights(added),
                        volumes(added),
                        times(added))
                .then();
    }

    private static String[] orders(Collection<Cargo> cargo) {
        return cargo.stream().map(Cargo::orderId).toArray(String[]::new);
    }

    private static Long[] weights(Collection<Cargo> cargo) {
        return cargo.stream().map(Cargo::weightG).toArray(Long[]::new);
    }

    private static Long[] volumes(Collection<Cargo> cargo) {
        return cargo.stream().map(Cargo::volumeCm3).toArray(Long[]::new);
    }

    private static String[] times(Collection<Cargo> cargo) {
        return cargo.stream().map(one -> one.readyAt().toString()).toArray(String[]::new);
    }
}
