package by.belparcel.pricing.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.pricing.application.Quote;
import by.belparcel.pricing.application.Quotes;
import by.belparcel.pricing.rules.Facts;
import by.belparcel.pricing.rules.Price;
import by.belparcel.pricing.rules.PriceLine;
import io.r2dbc.spi.Readable;
import java.util.List;
import reactor.core.publisher.Mono;

/** Quotes in {@code pricing.quotes}. */
public final class SqlQuotes implements Quotes {

    @Override
    public Mono<Void> add(Transaction tx, Quote quote) {
        return tx.update(
                        """
                        insert into pricing.quotes
                            (id, shop_id, fingerprint, total, lines, facts, ruleset_version, created_at, expires_at)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""",
                        quote.id(),
                        quote.shopId(),
                        quote.fingerprint(),
                        quote.price().total(),
                        Json.mapper().writeValueAsString(quote.price().lines()),
                        Json.mapper().writeValueAsString(quote.facts()),
                        quote.price().rulesetVersion(),
                        Rows.bind(quote.createdAt()),
                        Rows.bind(quote.expiresAt()))
                .then();
    }

    @Override
    public Mono<Quote> find(Transaction tx, String id) {
        return tx.first("""
                select id, shop_id, fingerprint, total, lines, facts, ruleset_version, created_at, expires_at
                from pricing.quotes where id = $1""", SqlQuotes::map, id);
    }

    private static Quote map(Readable row) {
        PriceLine[] lines = Json.mapper().readValue(Rows.text(row, "lines"), PriceLine[].class);
        return new Quote(
                Rows.text(row, "id"),
                Rows.text(row, "shop_id"),
                Rows.text(row, "fingerprint"),
                new Price(Rows.text(row, "ruleset_version"), Rows.number(row, "total"), List.of(lines)),
                Json.mapper().readValue(Rows.text(row, "facts"), Facts.class),
                Rows.time(row, "created_at"),
                Rows.time(row, "expires_at"));
    }
}
