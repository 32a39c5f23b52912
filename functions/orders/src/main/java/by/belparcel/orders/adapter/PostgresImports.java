package by.belparcel.orders.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.orders.application.ImportView;
import by.belparcel.orders.application.Imports;
import reactor.core.publisher.Mono;

/** Results of imports in PostgreSQL; they hold references and codes, nothing personal. */
public final class PostgresImports implements Imports {

    private static final String ADD =
            "insert into orders.imports (id, shop_id, result, created_at) values ($1::uuid, $2::uuid, $3::jsonb, $4)";

    private static final String FIND = "select result::text as result from orders.imports where id = $1::uuid";

    @Override
    public Mono<Void> add(Transaction tx, ImportView result) {
        return tx.update(
                        ADD, result.id(), result.shopId(), Json.mapper().writeValueAsString(result), result.createdAt())
                .then();
    }

    @Override
    public Mono<ImportView> find(Transaction tx, String id) {
        return tx.first(FIND, row -> Json.mapper().readValue(OrderRows.text(row, "result"), ImportView.class), id);
    }
}
