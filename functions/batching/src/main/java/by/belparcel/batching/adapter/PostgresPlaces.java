package by.belparcel.batching.adapter;

import by.belparcel.batching.application.Places;
import by.belparcel.batching.application.Surroundings;
import by.belparcel.batching.model.Limits;
import by.belparcel.batching.model.Place;
import by.belparcel.batching.model.PlaceStatus;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.GeoPoint;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The projection of reference data in PostgreSQL. */
public final class PostgresPlaces implements Places {

    private static final String RULES =
            "r.max_orders, r.max_weight_g, r.max_volume_cm3, r.min_orders, r.age_normal_s, r.age_express_s";

    private static final String AROUND = "select p.id::text as id, p.kind, p.lat, p.lng, p.is_hub, p.status, p.cutoffs,"
            + " p.timezone, " + RULES + """

            from batching.places p
            left join batching.rules r on r.place_id = p.id and p.id = $1::uuid
            where p.id in ($1::uuid, $2::uuid) or (p.is_hub and p.status = 'OPEN')
            """;

    private static final String LIMITS =
            "select " + RULES + " from (select) one left join batching.rules r on r.place_id = $1::uuid";

    private static final String DESTINATION = """
            select status, nextval('batching.batch_numbers') as running
            from batching.places where id = $1::uuid for share
            """;

    private static final String ADOPT = """
            insert into batching.places as old (id, kind, lat, lng, is_hub, status, cutoffs, timezone, version)
            values ($1::uuid, $2, $3, $4, $5, $6, $7::text[], $8, $9)
            on conflict (id) do update
            set lat = excluded.lat, lng = excluded.lng, is_hub = excluded.is_hub, status = excluded.status,
                cutoffs = excluded.cutoffs, timezone = excluded.timezone, version = excluded.version
            where old.version < excluded.version
            """;

    private final Limits defaults;

    /** @param defaults closing rules of an origin that has none of its own */
    public PostgresPlaces(Limits defaults) {
        this.defaults = defaults;
    }

    private record Found(Place place, Limits limits) {}

    @Override
    public Mono<Surroundings> around(Transaction tx, String originId, String pvzId) {
        return tx.all(AROUND, row -> new Found(place(row), limits(row)), originId, pvzId)
                .collectList()
                .map(found -> {
                    Found origin = find(found, originId);
                    Found pvz = find(found, pvzId);
                    List<Place> hubs = found.stream()
                            .map(Found::place)
                            .filter(place -> place.hub() && place.isOpen())
                            .toList();
                    return new Surroundings(
                            origin == null ? null : origin.place(),
                            pvz == null ? null : pvz.place(),
                            hubs,
                            origin == null ? defaults : origin.limits());
                });
    }

    @Override
    public Mono<Destination> destination(Transaction tx, String placeId) {
        return tx.first(
                DESTINATION,
                row -> new Destination(PlaceStatus.valueOf(Rows.text(row, "status")), Rows.number(row, "running")),
                placeId);
    }

    @Override
    public Mono<Limits> limits(Transaction tx, String originId) {
        return tx.first(LIMITS, this::limits, originId);
    }

    @Override
    public Mono<Boolean> adopt(Transaction tx, Place place, long version) {
        return tx.update(
                        ADOPT,
                        place.id(),
                        place.kind().name(),
                        place.at().lat(),
                        place.at().lng(),
                        place.hub(),
                        place.status().name(),
                        place.cutoffs().stream().map(LocalTime::toString).toArray(String[]::new),
                        place.zone().getId(),
                        version)
                .map(rows -> rows > 0);
    }

    private static @Nullable Found find(List<Found> found, String id) {
        return found.stream()
                .filter(one -> one.place().id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static Place place(Readable row) {
        return new Place(
                Rows.text(row, "id"),
                Place.Kind.valueOf(Rows.text(row, "kind")),
                new GeoPoint(degrees(row, "lat"), degrees(row, "lng")),
                Boolean.TRUE.equals(row.get("is_hub", Boolean.class)),
                PlaceStatus.valueOf(Rows.text(row, "status")),
                Arrays.stream(Objects.requireNonNull(row.get("cutoffs", String[].class)))
                        .map(LocalTime::parse)
                        .toList(),
                ZoneId.of(Rows.text(row, "timezone")));
    }

    Limits limits(Readable row) {
        Integer maxOrders = row.get("max_orders", Integer.class);
        Integer minOrders = row.get("min_orders", Integer.class);
        Long maxWeight = row.get("max_weight_g", Long.class);
        Long maxVolume = row.get("max_volume_cm3", Long.class);
        Long normal = row.get("age_normal_s", Long.class);
        Long express = row.get("age_express_s", Long.class);
        return new Limits(
                maxOrders == null ? defaults.maxOrders() : maxOrders,
                maxWeight == null ? defaults.maxWeightG() : maxWeight,
                maxVolume == null ? defaults.maxVolumeCm3() : maxVolume,
                minOrders == null ? defaults.minOrders() : minOrders,
                normal == null ? defaults.ageNormal() : Duration.ofSeconds(normal),
                express == null ? defaults.ageExpress() : Duration.ofSeconds(express));
    }

    private static double degrees(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Double.class), column);
    }
}
