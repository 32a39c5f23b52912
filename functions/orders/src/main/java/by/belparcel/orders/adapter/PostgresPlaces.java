package by.belparcel.orders.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.orders.application.PlaceUpdate;
import by.belparcel.orders.application.Places;
import by.belparcel.orders.application.PlacingFacts;
import by.belparcel.orders.model.PickupPoint;
import by.belparcel.orders.model.Warehouse;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The projection of reference data in PostgreSQL. */
public final class PostgresPlaces implements Places {

    private static final String FACTS = """
            select coalesce(s.is_active, false) as shop_active,
                   w.id::text as w_id, w.lat as w_lat, w.lng as w_lng, w.is_active as w_active,
                   p.id::text as p_id, p.code as p_code, p.lat as p_lat, p.lng as p_lng, p.status as p_status,
                   p.is_full as p_full, p.max_parcel_g as p_max,
                   (select version from orders.rulesets order by effective_from desc, activated_at desc limit 1) as ruleset,
                   nextval('orders.order_numbers') as running
            from (select) one
            left join orders.shops s on s.id = $1::uuid
            left join orders.warehouses w on w.id = $2::uuid
            left join orders.pvz p on p.id = $3::uuid
            """;

    private static final String ALTERNATIVES = """
            select id::text as id, code, distance_m
            from (
                select id, code,
                       round(1000 * 12742 * asin(sqrt(
                           power(sin(radians(lat - $1) / 2), 2)
                           + cos(radians($1)) * cos(radians(lat)) * power(sin(radians(lng - $2) / 2), 2))))::bigint as distance_m
                from orders.pvz
                where status = 'OPEN' and not is_full and max_parcel_g >= $3 and id <> $4::uuid) near
            order by distance_m, id
            limit 3
            """;

    private static final String ADOPT_WAREHOUSE = """
            insert into orders.warehouses as old (id, lat, lng, is_active, version)
            values ($1::uuid, $2, $3, $4, $5)
            on conflict (id) do update
            set lat = excluded.lat, lng = excluded.lng, is_active = excluded.is_active, version = excluded.version
            where old.version < excluded.version
            """;

    private static final String ADOPT_PVZ = """
            insert into orders.pvz as old (id, code, lat, lng, status, is_full, max_parcel_g, version)
            values ($1::uuid, $2, $3, $4, $5, $6, $7, $8)
            on conflict (id) do update
            set code = excluded.code, lat = excluded.lat, lng = excluded.lng, status = excluded.status,
                is_full = excluded.is_full, max_parcel_g = excluded.max_parcel_g, version = excluded.version
            where old.version < excluded.version
            """;

    private static final String ADOPT_SHOP = """
            insert into orders.shops as old (id, is_active, version)
            values ($1::uuid, $2, $3)
            on conflict (id) do update
            set is_active = excluded.is_active, version = excluded.version
            where old.version < excluded.version
            """;

    @Override
    public Mono<PlacingFacts> facts(Transaction tx, String shopId, String warehouseId, String pvzId) {
        return tx.first(FACTS, PostgresPlaces::facts, shopId, warehouseId, pvzId);
    }

    @Override
    public Mono<List<Alternative>> alternatives(Transaction tx, PickupPoint near, int heaviestParcelG) {
        return tx.all(
                        ALTERNATIVES,
                        row -> new Alternative(
                                OrderRows.text(row, "id"),
                                OrderRows.text(row, "code"),
                                OrderRows.number(row, "distance_m")),
                        near.lat(),
                        near.lng(),
                        heaviestParcelG,
                        near.id())
                .collectList();
    }

    @Override
    public Mono<Boolean> adopt(Transaction tx, PlaceUpdate update) {
        Mono<Long> rows = switch (update) {
            case PlaceUpdate.OfWarehouse(Warehouse w, long version) ->
                tx.update(ADOPT_WAREHOUSE, w.id(), w.lat(), w.lng(), w.active(), version);
            case PlaceUpdate.OfPickupPoint(PickupPoint p, long version) ->
                tx.update(
                        ADOPT_PVZ,
                        p.id(),
                        p.code(),
                        p.lat(),
                        p.lng(),
                        p.status().name(),
                        p.full(),
                        p.maxParcelG(),
                        version);
            case PlaceUpdate.OfShop(String id, boolean active, long version) ->
                tx.update(ADOPT_SHOP, id, active, version);
        };
        return rows.map(changed -> changed > 0);
    }

    private static PlacingFacts facts(Readable row) {
        return new PlacingFacts(
                flag(row, "shop_active"),
                warehouse(row),
                pickupPoint(row),
                row.get("ruleset", String.class),
                OrderRows.number(row, "running"));
    }

    private static @Nullable Warehouse warehouse(Readable row) {
        String id = row.get("w_id", String.class);
        return id == null
                ? null
                : new Warehouse(id, degrees(row, "w_lat"), degrees(row, "w_lng"), flag(row, "w_active"));
    }

    private static @Nullable PickupPoint pickupPoint(Readable row) {
        String id = row.get("p_id", String.class);
        return id == null
                ? null
                : new PickupPoint(
                        id,
                        OrderRows.text(row, "p_code"),
                        degrees(row, "p_lat"),
                        degrees(row, "p_lng"),
                        PickupPoint.Status.valueOf(OrderRows.text(row, "p_status")),
                        flag(row, "p_full"),
                        Objects.requireNonNull(row.get("p_max", Integer.class)));
    }

    private static boolean flag(Readable row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }

    private static double degrees(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Double.class), column);
    }
}
