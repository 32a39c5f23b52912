package by.belparcel.batching.adapter;

import by.belparcel.batching.application.MissingParcel;
import by.belparcel.batching.application.Receipts;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.events.ParcelRef;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Receipts in PostgreSQL; every method is one statement. */
public final class PostgresReceipts implements Receipts {

    private static final int WHOLE_ORDER = 0;

    /** The first $4 parcels are missing. Sorted, so that two receipts cannot wait for each other. */
    private static final String NOTE = """
            insert into batching.receipts as old (order_id, parcel_no, batch_id, missing_at, found_at)
            select order_id::uuid, parcel_no, case when no <= $4 then $1::uuid end,
                   case when no <= $4 then $5::timestamptz end, case when no > $4 then $5::timestamptz end
            from unnest($2::text[], $3::bigint[]) with ordinality as parcel (order_id, parcel_no, no)
            order by order_id, parcel_no
            on conflict (order_id, parcel_no) do update
            set batch_id = coalesce(excluded.batch_id, old.batch_id),
                missing_at = coalesce(old.missing_at, excluded.missing_at),
                found_at = coalesce(old.found_at, excluded.found_at)
            """;

    private static final String SETTLE = """
            insert into batching.receipts as old (order_id, parcel_no, found_at, lost_at)
            values ($1::uuid, $2, case when $3 = 'FOUND' then $4::timestamptz end,
                    case when $3 = 'LOST' then $4::timestamptz end)
            on conflict (order_id, parcel_no) do update
            set found_at = coalesce(old.found_at, excluded.found_at), lost_at = coalesce(old.lost_at, excluded.lost_at)
            """;

    private static final String BATCH_OF = """
            select coalesce(
                (select batch_id from batching.receipts
                 where order_id = $1::uuid and batch_id is not null order by missing_at desc limit 1),
                (select batch_id from batching.members where order_id = $1::uuid and active))::text as id
            """;

    static final String MISSING = """
            select r.order_id::text as order_id, r.parcel_no,
                   case when r.found_at is not null then 'FOUND'
                        when r.lost_at is not null or whole.lost_at is not null then 'LOST'
                        else 'MISSING' end as state
            from batching.receipts r
            left join batching.receipts whole on whole.order_id = r.order_id and whole.parcel_no = 0
            where r.batch_id = $1::uuid and r.missing_at is not null
            order by r.order_id, r.parcel_no
            """;

    @Override
    public Mono<Void> note(
            Transaction tx, String batchId, Collection<ParcelRef> missing, Collection<ParcelRef> seen, Instant at) {
        List<ParcelRef> known = Stream.concat(missing.stream(), seen.stream())
                .filter(parcel -> parcel.orderId() != null)
                .distinct()
                .toList();
        long lacking = missing.stream()
                .filter(parcel -> parcel.orderId() != null)
                .distinct()
                .count();
        return known.isEmpty()
                ? Mono.empty()
                : tx.update(
                                NOTE,
                                batchId,
                                known.stream().map(ParcelRef::orderId).toArray(String[]::new),
                                known.stream()
                                        .map(parcel -> (long) number(parcel.parcelNo()))
                                        .toArray(Long[]::new),
                                lacking,
                                at)
                        .then();
    }

    @Override
    public Mono<Void> settle(
            Transaction tx, String orderId, @Nullable Integer parcelNo, MissingParcel.State as, Instant at) {
        return tx.update(SETTLE, orderId, number(parcelNo), as.name(), at).then();
    }

    @Override
    public Mono<String> batchOf(Transaction tx, String orderId) {
        return tx.first(BATCH_OF, row -> Optional.ofNullable(row.get("id", String.class)), orderId)
                .flatMap(Mono::justOrEmpty);
    }

    @Override
    public Mono<List<MissingParcel>> missing(Transaction tx, String batchId) {
        return tx.all(MISSING, PostgresReceipts::parcel, batchId).collectList();
    }

    static MissingParcel parcel(Readable row) {
        return new MissingParcel(
                Rows.text(row, "order_id"),
                Objects.requireNonNull(row.get("parcel_no", Integer.class)),
                MissingParcel.State.valueOf(Rows.text(row, "state")));
    }

    private static int number(@Nullable Integer parcelNo) {
        return parcelNo == null ? WHOLE_ORDER : parcelNo;
    }
}
