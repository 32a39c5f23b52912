package by.belparcel.orders.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.Money;
import by.belparcel.orders.application.OrderPrice;
import by.belparcel.orders.application.Quote;
import by.belparcel.orders.application.Quotes;
import reactor.core.publisher.Mono;

/** Quotes in PostgreSQL. */
public final class PostgresQuotes implements Quotes {

    private static final String FIND = """
            select id::text as id, shop_id::text as shop_id, fingerprint, promo_code, total, ruleset_version,
                   lines::text as lines, facts::text as facts, expires_at
            from orders.quotes
            where id = $1::uuid
            """;

    private static final String RECORD = """
            insert into orders.quotes (id, shop_id, fingerprint, promo_code, total, ruleset_version, lines, facts, expires_at)
            values ($1::uuid, $2::uuid, $3, $4::text, $5, $6, $7::jsonb, $8::jsonb, $9)
            on conflict (id) do nothing
            """;

    @Override
    public Mono<Quote> find(Transaction tx, String quoteId) {
        return tx.first(
                FIND,
                row -> new Quote(
                        OrderRows.text(row, "id"),
                        OrderRows.text(row, "shop_id"),
                        OrderRows.text(row, "fingerprint"),
                        row.get("promo_code", String.class),
                        new OrderPrice(
                                Money.byn(OrderRows.number(row, "total")),
                                OrderRows.text(row, "ruleset_version"),
                                Json.mapper().readValue(OrderRows.text(row, "lines"), OrderRows.LINES),
                                OrderRows.text(row, "facts")),
                        OrderRows.time(row, "expires_at")),
                quoteId);
    }

    @Override
    public Mono<Void> record(Transaction tx, Quote quote) {
        OrderPrice price = quote.price();
        return tx.update(
                        RECORD,
                        quote.id(),
                        quote.shopId(),
                        quote.fingerprint(),
                        quote.promoCode(),
                        price.total().amount(),
                        price.rulesetVersion(),
                        Json.mapper().writeValueAsString(price.lines()),
                        price.facts(),
                        quote.expiresAt())
                .then();
    }
}
