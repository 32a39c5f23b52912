package by.belparcel.references.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.references.application.Edit;
import by.belparcel.references.application.References;
import by.belparcel.references.application.Search;
import by.belparcel.references.model.Shop;
import io.r2dbc.spi.Readable;
import java.util.List;
import reactor.core.publisher.Mono;

/** Shops in PostgreSQL. */
public final class PostgresShops implements References<Shop> {

    private static final String SELECT =
            "select id::text as id, code, name, locale, is_active, version from \"references\".shops\n";

    private static final String SEARCH = SELECT + """
                    where ($1::text is null or search like $1::text escape '!') and ($2::text is null or code > $2::text)
                    order by code
                    limit $3
                    """;

    private static final String FIND = SELECT + "where id = $1::uuid";

    private static final String SAVE = """
            with edited as (
                update "references".shops set locale = $2, is_active = $3, version = version + 1 where id = $1::uuid
                returning id, version)
            insert into "references".changes (kind, id, version, changed, reason, actor, at)
            select 'shop', id, version, $4, $5, $6, $7 from edited
            """;

    @Override
    public Mono<List<Shop>> search(Transaction tx, Search search) {
        return tx.all(SEARCH, PostgresShops::shop, search.pattern(), search.afterCode(), search.limit() + 1)
                .collectList();
    }

    @Override
    public Mono<Shop> find(Transaction tx, String id) {
        return tx.first(FIND, PostgresShops::shop, id);
    }

    @Override
    public Mono<Shop> lock(Transaction tx, String id) {
        return tx.first(FIND + " for update", PostgresShops::shop, id);
    }

    @Override
    public Mono<Void> save(Transaction tx, Shop edited, Edit edit) {
        String[] changed = edit.changed().toArray(String[]::new);
        return tx.update(
                        SAVE,
                        edited.id(),
                        edited.locale(),
                        edited.active(),
                        changed,
                        edit.reason(),
                        edit.actor(),
                        edit.at())
                .then();
    }

    private static Shop shop(Readable row) {
        return new Shop(
                Rows.text(row, "id"),
                Rows.text(row, "code"),
                Rows.text(row, "name"),
                Rows.text(row, "locale"),
                Rows.value(row, "is_active", Boolean.class),
                Rows.value(row, "version", Long.class));
    }
}
