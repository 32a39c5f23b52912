package by.belparcel.pickuptickets.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuptickets.application.ParcelNews;
import by.belparcel.pickuptickets.application.Parcels;
import by.belparcel.pickuptickets.model.Standing;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Parcels in PostgreSQL: what is newer wins, what was unknown is filled in by older news as well. */
public final class ParcelRows implements Parcels {

    private static final String RECORD = """
            insert into pickup_tickets.parcels as p (order_id, parcel_no, parcels_total, pvz_id, state, storage_until, rank)
            values ($1, $2, $3::int, $4, $5, $6::timestamptz, $7)
            on conflict (order_id, parcel_no) do update set
                parcels_total = coalesce(p.parcels_total, excluded.parcels_total),
                pvz_id = case when excluded.rank > p.rank then excluded.pvz_id else coalesce(p.pvz_id, excluded.pvz_id) end,
                state = case when excluded.rank > p.rank then excluded.state else p.state end,
                storage_until = case when excluded.rank > p.rank then coalesce(excluded.storage_until, p.storage_until)
                    else coalesce(p.storage_until, excluded.storage_until) end,
                rank = greatest(p.rank, excluded.rank)""";

    private static final String STANDING = """
            select coalesce(max(parcels_total), 0) as total, count(*)::int as known,
                (count(*) filter (where state = 'ACCEPTED'))::int as stored,
                (count(*) filter (where state = 'OVERDUE'))::int as overdue,
                (count(*) filter (where state = 'REFUSED'))::int as refused,
                (count(*) filter (where state = 'ISSUED'))::int as issued,
                (array_agg(pvz_id order by state = 'ACCEPTED' desc, rank desc) filter (where pvz_id is not null))[1] as pvz_id,
                coalesce(max(storage_until) filter (where state = 'ACCEPTED'),
                    max(storage_until) filter (where state = 'OVERDUE')) as until
            from pickup_tickets.parcels where order_id = $1""";

    @Override
    public Mono<Void> record(Transaction tx, ParcelNews news, long version) {
        return tx.update(
                        RECORD,
                        UUID.fromString(news.orderId()),
                        news.parcelNo(),
                        news.parcelsTotal(),
                        news.pvzId(),
                        news.fact().state(),
                        news.storageUntil(),
                        news.fact().rank(version))
                .then();
    }

    @Override
    public Mono<Standing> standing(Transaction tx, String orderId) {
        return tx.first(STANDING, ParcelRows::standing, UUID.fromString(orderId));
    }

    private static Standing standing(Readable row) {
        return new Standing(
                number(row, "total"),
                number(row, "known"),
                number(row, "stored"),
                number(row, "overdue"),
                number(row, "refused"),
                number(row, "issued"),
                row.get("pvz_id", String.class),
                row.get("until", Instant.class));
    }

    private static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class), column);
    }
}
