package by.belparcel.pickuppoints.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.OrderOptions;
import by.belparcel.events.ParcelLine;
import by.belparcel.kernel.Packaging;
import by.belparcel.pickuppoints.application.AnnouncedParcel;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.application.following.Announcements;
import by.belparcel.pickuppoints.model.InboundBatch;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Announced orders in PostgreSQL. Whoever expects parcels holds a lock of the order's row here, and so does whoever cancels it; the
 * parcels are dropped in a second statement, which sees what was written while the first one waited for that lock.
 */
public final class PostgresAnnouncements implements Announcements {

    private static final OrderOptions NO_OPTIONS = new OrderOptions(false, false, false, false, Packaging.NONE);

    private static final String ANNOUNCE = """
            insert into pickup_points.announced as old (
                order_id, number, shop_id, pvz_id, client_ref, payment_method, price_kopecks, parcels, packaging, age_check,
                id_check, partial_issue, batch_id, cancelled, at)
            select $1::uuid, $2, $3::uuid, $4::uuid, $5, $6, $7::bigint,
                   (select jsonb_agg(jsonb_build_object('no', no, 'weight_g', weight_g) order by no)
                    from unnest($8::bigint[], $9::bigint[]) as parcel (no, weight_g)),
                   $10, $11, $12, $13, $14::uuid,
                   false, $15
            on conflict (order_id) do update
            set number = excluded.number, shop_id = excluded.shop_id, pvz_id = excluded.pvz_id,
                client_ref = excluded.client_ref, payment_method = excluded.payment_method,
                price_kopecks = excluded.price_kopecks, parcels = excluded.parcels, packaging = excluded.packaging,
                age_check = excluded.age_check, id_check = excluded.id_check, partial_issue = excluded.partial_issue,
                batch_id = excluded.batch_id, at = excluded.at
            where old.at < excluded.at
            """;

    /** Locks the order's announcement, or stands in its place until it comes. */
    private static final String WITHDRAW = """
            insert into pickup_points.announced (order_id, parcels, cancelled, at) values ($1::uuid, '[]', true, '-infinity')
            on conflict (order_id) do update set cancelled = true
            """;

    private static final String DROP = """
            with here as (
                select id from pickup_points.parcel where order_id = $1::uuid and state = 'EXPECTED' order by id for update),
            dropped as (
                delete from pickup_points.parcel p using here where p.id = here.id
                returning p.id, p.external_ref, p.pvz_id, p.version, p.state, p.client_id),
            told as (
                insert into pickup_points.history (
                    parcel_id, external_ref, pvz_id, version, at, state, kind, actor_type, actor_id)
                select id, external_ref, pvz_id, version + 1, $2, state, 'DROPPED', $3, $4 from dropped)
            select distinct client_id from dropped where client_id is not null
            """;

    private static final String LACKING = """
            with coming as (
                select p.id
                from pickup_points.parcel p join pickup_points.announced a on a.order_id = p.order_id
                where a.batch_id = $1::uuid and a.pvz_id = $2::uuid and p.state = 'EXPECTED'
                  and p.batch_id is distinct from $1::uuid
                order by p.id
                for update of p),
            moved as (
                update pickup_points.parcel p set batch_id = $1::uuid, pvz_id = $2::uuid from coming where p.id = coming.id)
            """ + PostgresKnownOrders.COLUMNS + """
            where a.batch_id = $1::uuid and a.pvz_id = $2::uuid and not a.cancelled
              and not exists (
                  select from pickup_points.parcel p where p.order_id = a.order_id and p.parcel_no = line.no)
            order by a.order_id, line.no
            for share of a
            """;

    @Override
    public Mono<Boolean> announce(Transaction tx, OrderEvent.Batched event, @Nullable String batchId) {
        List<ParcelLine> parcels = Objects.requireNonNull(event.parcels());
        OrderOptions options = event.options() == null ? NO_OPTIONS : event.options();
        return tx.update(
                        ANNOUNCE,
                        event.orderId(),
                        event.number(),
                        event.shopId(),
                        event.pvzId(),
                        event.clientRef(),
                        event.paymentMethod() == null
                                ? null
                                : event.paymentMethod().name(),
                        event.price() == null ? null : event.price().amount(),
                        parcels.stream().map(parcel -> (long) parcel.no()).toArray(Long[]::new),
                        parcels.stream().map(parcel -> (long) parcel.weightG()).toArray(Long[]::new),
                        options.packaging() == null
                                ? Packaging.NONE.name()
                                : options.packaging().name(),
                        options.ageCheck(),
                        options.idCheck(),
                        options.partialIssue(),
                        batchId,
                        event.at())
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<List<String>> cancel(ParcelWork work, String orderId) {
        return work.tx()
                .update(WITHDRAW, orderId)
                .then(work.tx()
                        .all(
                                DROP,
                                row -> ParcelRows.text(row, "client_id"),
                                orderId,
                                work.now(),
                                work.actor().type(),
                                work.actor().id())
                        .collectList());
    }

    @Override
    public Mono<List<AnnouncedParcel>> lacking(Transaction tx, InboundBatch batch) {
        return tx.all(LACKING, PostgresKnownOrders::parcel, batch.id(), batch.destination())
                .collectList();
    }
}
