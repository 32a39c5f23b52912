package by.belparcel.pickuppoints.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.pickuppoints.application.points.Points;
import by.belparcel.pickuppoints.application.reading.Paging;
import by.belparcel.pickuppoints.model.Contacts;
import by.belparcel.pickuppoints.model.OpeningHours;
import by.belparcel.pickuppoints.model.PickupPoint;
import by.belparcel.pickuppoints.model.PointProfile;
import by.belparcel.pickuppoints.model.PointStatus;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Pick-up points in PostgreSQL; every method is one statement. */
public final class PostgresPoints implements Points {

    private record Row(Optional<PickupPoint> point, long total) {}

    @Override
    public Mono<PickupPoint> find(Transaction tx, String id) {
        return tx.first(PointSql.FIND, PostgresPoints::point, id);
    }

    @Override
    public Mono<PickupPoint> lock(Transaction tx, String id) {
        return tx.first(PointSql.LOCK, PostgresPoints::point, id);
    }

    @Override
    public Mono<Boolean> insert(Transaction tx, PickupPoint point, Instant now) {
        PointProfile profile = point.profile();
        return tx.update(
                        PointSql.INSERT,
                        point.id(),
                        point.code(),
                        point.version(),
                        profile.name(),
                        profile.address(),
                        profile.region(),
                        profile.place().lat(),
                        profile.place().lng(),
                        json(profile.hours()),
                        json(profile.contacts()),
                        profile.services().toArray(String[]::new),
                        profile.capacityParcels(),
                        profile.maxParcelG(),
                        profile.hub(),
                        profile.hubId(),
                        now)
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<Void> save(Transaction tx, PickupPoint point, Instant now) {
        PointProfile profile = point.profile();
        return tx.update(
                        PointSql.SAVE,
                        point.id(),
                        point.version(),
                        profile.name(),
                        profile.address(),
                        json(profile.hours()),
                        json(profile.contacts()),
                        profile.services().toArray(String[]::new),
                        profile.capacityParcels(),
                        profile.maxParcelG(),
                        profile.hub(),
                        profile.hubId(),
                        point.status().name(),
                        point.suspendedUntil(),
                        point.suspendReason(),
                        now)
                .then();
    }

    @Override
    public Mono<Boolean> isHub(Transaction tx, String id) {
        return tx.first(PointSql.HUB, row -> ParcelRows.flag(row, "is_hub"), id).defaultIfEmpty(false);
    }

    @Override
    public Mono<Long> hubUse(Transaction tx, String hubId) {
        return tx.first(PointSql.HUB_USE, row -> ParcelRows.number(row, "uses"), hubId);
    }

    @Override
    public Mono<PointList> list(Transaction tx, Filter filter, Paging paging) {
        PointStatus status = filter.status();
        return tx.all(
                        PointSql.LIST,
                        PostgresPoints::row,
                        filter.pattern(),
                        status == null ? null : status.name(),
                        paging.offset(),
                        paging.limit())
                .collectList()
                .map(rows -> new PointList(
                        rows.stream().flatMap(row -> row.point().stream()).toList(),
                        rows.getFirst().total()));
    }

    @Override
    public Mono<Map<String, Integer>> stocks(Transaction tx, Collection<String> ids) {
        return tx.all(
                        PointSql.STOCKS,
                        row -> Map.entry(ParcelRows.text(row, "id"), ParcelRows.integer(row, "stock")),
                        (Object) ids.toArray(String[]::new))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Row row(Readable row) {
        boolean there = row.get("id", String.class) != null;
        return new Row(there ? Optional.of(point(row)) : Optional.empty(), ParcelRows.number(row, "total"));
    }

    private static PickupPoint point(Readable row) {
        PointProfile profile = new PointProfile(
                ParcelRows.text(row, "name"),
                ParcelRows.text(row, "address"),
                ParcelRows.text(row, "region"),
                new GeoPoint(degrees(row, "lat"), degrees(row, "lng")),
                hours(ParcelRows.text(row, "hours")),
                Json.mapper().readValue(ParcelRows.text(row, "contacts"), Contacts.class),
                List.of(Objects.requireNonNull(row.get("services", String[].class))),
                ParcelRows.integer(row, "capacity_parcels"),
                ParcelRows.integer(row, "max_parcel_g"),
                ParcelRows.flag(row, "is_hub"),
                row.get("hub_id", String.class));
        return new PickupPoint(
                ParcelRows.text(row, "id"),
                ParcelRows.text(row, "code"),
                ParcelRows.number(row, "version"),
                profile,
                PointStatus.valueOf(ParcelRows.text(row, "status")),
                row.get("suspended_until", Instant.class),
                row.get("suspend_reason", String.class),
                ParcelRows.integer(row, "stock"));
    }

    /** Points that came with the reference data have none: an empty object. */
    private static OpeningHours hours(String json) {
        return json.equals("{}") ? OpeningHours.UNKNOWN : Json.mapper().readValue(json, OpeningHours.class);
    }

    private static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }

    private static double degrees(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Double.class), column);
    }
}
