package by.belparcel.pricing.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pricing.application.Places;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Places in {@code pricing.places}. */
public final class SqlPlaces implements Places {

    @Override
    public Mono<Known> known(Transaction tx, String warehouseId, String pvzId) {
        return tx.<Place>all("""
                        select id, kind, lat, lng, version from pricing.places
                        where id = $1 and kind = 'WAREHOUSE' or id = $2 and kind = 'PVZ'""", SqlPlaces::map, warehouseId, pvzId)
                .collectList()
                .map(found -> new Known(of(found, "WAREHOUSE"), of(found, "PVZ")));
    }

    @Override
    public Mono<Boolean> record(Transaction tx, Place place) {
        return tx.update("""
                        insert into pricing.places as p (id, kind, lat, lng, version) values ($1, $2, $3, $4, $5)
                        on conflict (id) do update
                        set kind = excluded.kind, lat = excluded.lat, lng = excluded.lng, version = excluded.version
                        where p.version < excluded.version""", place.id(), place.kind(), place.lat(), place.lng(), place.version())
                .map(rows -> rows == 1);
    }

    private static @Nullable Place of(List<Place> found, String kind) {
        return found.stream()
                .filter(place -> place.kind().equals(kind))
                .findFirst()
                .orElse(null);
    }

    private static Place map(Readable row) {
        return new Place(
                Rows.text(row, "id"),
                Rows.text(row, "kind"),
                Objects.requireNonNull(row.get("lat", Double.class)),
                Objects.requireNonNull(row.get("lng", Double.class)),
                Rows.number(row, "version"));
    }
}
