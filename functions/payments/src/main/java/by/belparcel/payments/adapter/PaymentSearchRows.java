package by.belparcel.payments.adapter;

import static by.belparcel.payments.adapter.PaymentColumns.must;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.payments.application.BookLine;
import by.belparcel.payments.application.PaymentSearch;
import by.belparcel.payments.model.PaymentSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Lists in PostgreSQL: keyset pages, one statement each. */
public final class PaymentSearchRows implements PaymentSearch {

    private static final String PAGE = PaymentColumns.SELECT + """

            where ($1::text is null or p.state = $1::text)
              and ($2::text is null or p.shop_id = $2::text)
              and ($3::timestamptz is null or p.requested_at >= $3::timestamptz)
              and ($4::timestamptz is null or p.requested_at < $4::timestamptz)
              and ($5::timestamptz is null or (p.requested_at, p.id) < ($5::timestamptz, $6::uuid))
            order by p.requested_at desc, p.id desc
            limit $7""";

    private static final String BOOKED = """
            select l.settlement_id, l.kind, sum(l.amount_minor) filter (where l.amount_minor > 0) as amount,
                min(l.booked_at) as at
            from payments.ledger l join payments.payments p on p.id = l.payment_id
            where l.booked_at >= $1 and l.booked_at < $2 and p.provider = $3 and l.kind in ('CAPTURE', 'REFUND')
            group by l.settlement_id, l.kind
            order by min(l.seq)""";

    @Override
    public Mono<List<PaymentSnapshot>> page(Transaction tx, Filter filter, int limit) {
        return tx.<PaymentSnapshot>all(
                        PAGE,
                        PaymentColumns::snapshot,
                        filter.state() == null ? null : filter.state().name(),
                        filter.shopId(),
                        filter.from(),
                        filter.to(),
                        filter.beforeTime(),
                        filter.beforeId() == null ? null : UUID.fromString(filter.beforeId()),
                        limit)
                .collectList();
    }

    @Override
    public Mono<List<BookLine>> booked(Transaction tx, String provider, Instant from, Instant to) {
        return tx.<BookLine>all(
                        BOOKED,
                        row -> new BookLine(
                                must(row, "settlement_id", UUID.class).toString(),
                                must(row, "kind", String.class),
                                must(row, "amount", java.math.BigDecimal.class).longValueExact(),
                                must(row, "at", Instant.class)),
                        from,
                        to,
                        provider)
                .collectList();
    }
}
