package by.belparcel.references.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.references.application.Edit;
import by.belparcel.references.application.References;
import by.belparcel.references.application.Search;
import by.belparcel.references.model.Warehouse;
import io.r2dbc.spi.Readable;
import java.util.List;
import reactor.core.publisher.Mono;

/** Warehouses in PostgreSQL. */
public final class PostgresWarehouses implements References<Warehouse> {

    private static final String SELECT = """
            select id::text as id, code, name_ru, name_be, name_latin, address_ru, address_be, lat, lng,
                   cutoffs::text[] as cutoffs, timezone, is_active, version
            from "references".warehouses
            """;

    private static final String SEARCH = SELECT + """
                    where ($1::text is null or search like $1::text escape '!') and ($2::text is null or code > $2::text)
                    order by code
                    limit $3
                    """;

    private static final String FIND = SELECT + "where id = $1::uuid";

    private static final String SAVE = """
            with edited as (
                update "references".warehouses set is_active = $2, version = version + 1 where id = $1::uuid
                returning id, version)
            insert into "references".changes (kind, id, version, changed, reason, actor, at)
            select 'warehouse', id, version, $3, $4, $5, $6 from edited
            """;

    @Override
    public Mono<List<Warehouse>> search(Transaction tx, Search search) {
        return tx.all(SEARCH, PostgresWarehouses::warehouse, search.pattern(), search.afterCode(), search.limit() + 1)
                .collectList();
    }

    @Override
    public Mono<Warehouse> find(Transaction tx, String id) {
        return tx.first(FIND, PostgresWarehouses::warehouse, id);
    }

    @Override
    public Mono<Warehouse> lock(Transaction tx, String id) {
        return tx.first(FIND + " for update", PostgresWarehouses::warehouse, id);
    }

    @Override
    public Mono<Void> save(Transaction tx, Warehouse edited, Edit edit) {
        String[] changed = edit.changed().toArray(String[]::new);
        return tx.update(SAVE, edited.id(), edited.active(), changed, edit.reason(), edit.actor(), edit.at())
                .then();
    }

    private static Warehouse warehouse(Readable row) {
        return new Warehouse(
                Rows.text(row, "id"),
                Rows.text(row, "code"),
                Rows.place(row),
                List.of(Rows.value(row, "cutoffs", String[].class)),
                Rows.text(row, "timezone"),
                Rows.value(row, "is_active", Boolean.class),
                Rows.value(row, "version", Long.class));
    }
}
