package by.belparcel.references.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.references.application.Edit;
import by.belparcel.references.application.FollowedPoints;
import by.belparcel.references.model.PickupPoint;
import reactor.core.publisher.Mono;

/** What pickup-points tells, in the table of the points. */
public final class PostgresFollowedPoints implements FollowedPoints {

    private static final String NOTE = """
            with known as (select id as known_id, pvz_version as before from "references".pvz where id = $1::uuid for update),
            noted as (
                update "references".pvz p set pvz_version = $2 from known k where p.id = k.known_id and k.before < $2
                returning p.id)
            """ + PostgresPickupPoints.COLUMNS + """
            , k.before
            from "references".pvz p join known k on k.known_id = p.id
            where exists (select from noted)
            """;

    private static final String ADD = """
            insert into "references".pvz (
                id, code, name_ru, name_be, name_latin, address_ru, address_be, lat, lng, is_hub, hub_id, hours,
                capacity_parcels, max_parcel_g, services, status, pvz_version)
            values ($1::uuid, $2, $2, $2, $2, '', '', $3, $4, $5, $6::uuid, $7, $8, $9, $10, $11, $12)
            on conflict do nothing
            """;

    private final PostgresPickupPoints points;

    public PostgresFollowedPoints(PostgresPickupPoints points) {
        this.points = points;
    }

    @Override
    public Mono<News> note(Transaction tx, String id, long version) {
        return tx.first(
                NOTE,
                row -> new News(PostgresPickupPoints.point(row), Rows.value(row, "before", Long.class)),
                id,
                version);
    }

    @Override
    public Mono<Boolean> exists(Transaction tx, String id) {
        return points.find(tx, id).hasElement();
    }

    @Override
    public Mono<Boolean> add(Transaction tx, PickupPoint point, long version) {
        return tx.update(
                        ADD,
                        point.id(),
                        point.code(),
                        point.place().lat(),
                        point.place().lng(),
                        point.hub(),
                        point.hubId(),
                        point.hours(),
                        point.capacityParcels(),
                        point.maxParcelG(),
                        point.services().toArray(String[]::new),
                        point.status().name(),
                        version)
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<PickupPoint> save(Transaction tx, PickupPoint changed, Edit edit) {
        return points.save(tx, changed, edit).then(points.find(tx, changed.id()));
    }
}
