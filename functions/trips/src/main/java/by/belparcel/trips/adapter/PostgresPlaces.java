package by.belparcel.trips.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.trips.application.Places;
import by.belparcel.trips.model.Place;
import io.r2dbc.spi.Readable;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** The projection of places in PostgreSQL. */
public final class PostgresPlaces implements Places {

    private static final String FIND = """
            select id::text as id, kind, code, lat, lng, status, cutoffs, hours
            from trips.place
            where id = any($1::text[]::uuid[])
            """;

    private static final String ADOPT = """
            insert into trips.place as old (id, kind, code, lat, lng, status, cutoffs, hours, version)
            values ($1::uuid, $2, $3, $4, $5, $6, $7::text[], $8::text, $9)
            on conflict (id) do update
            set code = excluded.code, lat = excluded.lat, lng = excluded.lng, status = excluded.status,
                cutoffs = excluded.cutoffs, hours = excluded.hours, version = excluded.version
            where old.version < excluded.version
            """;

    @Override
    public Mono<Map<String, Place>> find(Transaction tx, Collection<String> ids) {
        return tx.all(FIND, PostgresPlaces::place, (Object) ids.toArray(String[]::new))
                .collectMap(Place::id);
    }

    @Override
    public Mono<Boolean> adopt(Transaction tx, Place place, String status, long version) {
        return tx.update(
                        ADOPT,
                        place.id(),
                        place.kind().name(),
                        place.code(),
                        place.point().lat(),
                        place.point().lng(),
                        status,
                        place.cutoffs().stream().map(LocalTime::toString).toArray(String[]::new),
                        place.hours(),
                        version)
                .map(rows -> rows > 0);
    }

    private static Place place(Readable row) {
        String[] cutoffs = Objects.requireNonNull(row.get("cutoffs", String[].class));
        return new Place(
                TripRows.text(row, "id"),
                Place.Kind.valueOf(TripRows.text(row, "kind")),
                TripRows.text(row, "code"),
                new GeoPoint(TripRows.degrees(row, "lat"), TripRows.degrees(row, "lng")),
                TripRows.text(row, "status").equals("OPEN"),
                List.copyOf(Arrays.stream(cutoffs).map(LocalTime::parse).toList()),
                row.get("hours", String.class));
    }
}
