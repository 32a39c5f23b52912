package by.belparcel.references.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.references.application.Edit;
import by.belparcel.references.application.References;
import by.belparcel.references.application.Search;
import by.belparcel.references.model.PickupPoint;
import by.belparcel.references.model.PvzStatus;
import io.r2dbc.spi.Readable;
import java.util.List;
import reactor.core.publisher.Mono;

/** Pick-up points in PostgreSQL. */
public final class PostgresPickupPoints implements References<PickupPoint> {

    /** Columns of {@link #point}. */
    static final String COLUMNS = """
            select id::text as id, code, name_ru, name_be, name_latin, address_ru, address_be, lat, lng, is_hub,
                   hub_id::text as hub_id, hours, capacity_parcels, max_parcel_g, services, status, is_full, version
            """;

    private static final String SELECT = COLUMNS + """
            from "references".pvz
            """;

    private static final String SEARCH = SELECT + """
                    where ($1::text is null or search like $1::text escape '!') and ($2::text is null or code > $2::text)
                    order by code
                    limit $3
                    """;

    private static final String FIND = SELECT + "where id = $1::uuid";

    private static final String SAVE = """
            with edited as (
                update "references".pvz
                set is_hub = $2, hub_id = $3::uuid, capacity_parcels = $4, max_parcel_g = $5, status = $6, is_full = $7,
                    services = $12, version = version + 1
                where id = $1::uuid
                returning id, version)
            insert into "references".changes (kind, id, version, changed, reason, actor, at)
            select 'pvz', id, version, $8, $9, $10, $11 from edited
            """;

    private static final String POINTS_OF_HUB =
            "select count(*) as points from \"references\".pvz where hub_id = $1::uuid";

    @Override
    public Mono<List<PickupPoint>> search(Transaction tx, Search search) {
        return tx.all(SEARCH, PostgresPickupPoints::point, search.pattern(), search.afterCode(), search.limit() + 1)
                .collectList();
    }

    @Override
    public Mono<PickupPoint> find(Transaction tx, String id) {
        return tx.first(FIND, PostgresPickupPoints::point, id);
    }

    @Override
    public Mono<PickupPoint> lock(Transaction tx, String id) {
        return tx.first(FIND + " for update", PostgresPickupPoints::point, id);
    }

    @Override
    public Mono<Void> save(Transaction tx, PickupPoint edited, Edit edit) {
        return tx.update(
                        SAVE,
                        edited.id(),
                        edited.hub(),
                        edited.hubId(),
                        edited.capacityParcels(),
                        edited.maxParcelG(),
                        edited.status().name(),
                        edited.full(),
                        edit.changed().toArray(String[]::new),
                        edit.reason(),
                        edit.actor(),
                        edit.at(),
                        edited.services().toArray(String[]::new))
                .then();
    }

    /** How many points this hub sorts for. */
    public Mono<Long> pointsOfHub(Transaction tx, String hubId) {
        return tx.first(POINTS_OF_HUB, row -> Rows.value(row, "points", Long.class), hubId);
    }

    static PickupPoint point(Readable row) {
        return new PickupPoint(
                Rows.text(row, "id"),
                Rows.text(row, "code"),
                Rows.place(row),
                Rows.value(row, "is_hub", Boolean.class),
                row.get("hub_id", String.class),
                Rows.text(row, "hours"),
                Rows.value(row, "capacity_parcels", Integer.class),
                Rows.value(row, "max_parcel_g", Integer.class),
                List.of(Rows.value(row, "services", String[].class)),
                PvzStatus.valueOf(Rows.text(row, "status")),
                Rows.value(row, "is_full", Boolean.class),
                Rows.value(row, "version", Long.class));
    }
}
