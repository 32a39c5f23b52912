package by.belparcel.carriers.adapter;

import by.belparcel.carriers.application.Drivers;
import by.belparcel.carriers.model.Driver;
import by.belparcel.carriers.model.Shift;
import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.Availability;
import by.belparcel.kernel.GeoPoint;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Mono;

/** Carriers at work in PostgreSQL. */
public final class PostgresDrivers implements Drivers {

    // Only columns of the locked row: after waiting for the lock they are read again, rows of other tables would not
    // be.
    static final String COLUMNS = "c.id::text as id, c.version, c.is_active, c.plate, c.vehicle_type, c.payload_g,"
            + " c.volume_cm3, c.slots, c.availability, c.availability_since, c.lat, c.lng, c.position_at,"
            + " c.driving_since, " + Rows.SHIFT;

    private static final String LOCK =
            "select " + COLUMNS + " from carriers.carriers c where c.id = $1::uuid for update";

    private static final String SAVE = """
            with shift as (
                insert into carriers.shifts (id, carrier_id, started_at, ends_by, ended_at, driven_s)
                select $9::uuid, $1::uuid, $10::timestamptz, $11::timestamptz, $12::timestamptz, $13::bigint
                where $9::uuid is not null
                on conflict (id) do update set ended_at = excluded.ended_at, driven_s = excluded.driven_s)
            update carriers.carriers
            set version = $2, availability = $3, availability_since = $4, lat = $5, lng = $6, position_at = $7::timestamptz,
                driving_since = $8::timestamptz,
                signal = case when $8::timestamptz is null then null else signal end,
                shift_id = $9::uuid, shift_started_at = $10::timestamptz, shift_ends_by = $11::timestamptz,
                shift_ended_at = $12::timestamptz, shift_driven_s = $13::bigint, shift_check_passed = $14::boolean
            where id = $1::uuid
            """;

    private static final String ADD_CHECK = """
            insert into carriers.vehicle_checks (id, carrier_id, shift_id, items, passed, attachment_ids, at)
            values ($1::uuid, $2::uuid, $3::uuid, $4::jsonb, $5, $6, $7)
            """;

    private static final String CHECKED_AFTER =
            "select exists (select from carriers.vehicle_checks where carrier_id = $1::uuid and at > $2) as yes";

    private static final String ADD_PANIC = """
            insert into carriers.panics (id, carrier_id, trip_id, lat, lng, at)
            values ($1::uuid, $2::uuid, $3::uuid, $4::double precision, $5::double precision, $6)
            """;

    @Override
    public Mono<Driver> lock(Transaction tx, String carrierId) {
        return tx.first(LOCK, PostgresDrivers::driver, carrierId);
    }

    @Override
    public Mono<Void> save(Transaction tx, Driver d) {
        Shift shift = d.shift();
        return tx.update(
                        SAVE,
                        d.id(),
                        d.version(),
                        d.availability().name(),
                        d.since(),
                        d.position().lat(),
                        d.position().lng(),
                        d.positionAt(),
                        d.drivingSince(),
                        shift == null ? null : shift.id(),
                        shift == null ? null : shift.startedAt(),
                        shift == null ? null : shift.endsBy(),
                        shift == null ? null : shift.endedAt(),
                        shift == null ? 0L : shift.drivenS(),
                        shift == null ? null : shift.checkPassed())
                .then();
    }

    @Override
    public Mono<Void> addCheck(Transaction tx, Check check) {
        Map<String, String> items = new TreeMap<>();
        check.items().forEach((item, result) -> items.put(item.field(), result.name()));
        return tx.update(
                        ADD_CHECK,
                        check.id(),
                        check.carrierId(),
                        check.shiftId(),
                        Json.mapper().writeValueAsString(items),
                        check.passed(),
                        check.attachmentIds().toArray(String[]::new),
                        check.at())
                .then();
    }

    @Override
    public Mono<Boolean> isCheckedAfter(Transaction tx, String carrierId, Instant then) {
        return tx.first(CHECKED_AFTER, row -> Rows.value(row, "yes", Boolean.class), carrierId, then);
    }

    @Override
    public Mono<Void> addPanic(Transaction tx, Panic panic) {
        GeoPoint place = panic.place();
        return tx.update(
                        ADD_PANIC,
                        panic.id(),
                        panic.carrierId(),
                        panic.tripId(),
                        place == null ? null : place.lat(),
                        place == null ? null : place.lng(),
                        panic.at())
                .then();
    }

    static Driver driver(Readable row) {
        return new Driver(
                Rows.text(row, "id"),
                Rows.value(row, "version", Long.class),
                Rows.value(row, "is_active", Boolean.class),
                Rows.vehicle(row),
                Availability.valueOf(Rows.text(row, "availability")),
                Rows.time(row, "availability_since"),
                new GeoPoint(Rows.value(row, "lat", Double.class), Rows.value(row, "lng", Double.class)),
                Rows.optionalTime(row, "position_at"),
                Rows.shift(row),
                Rows.optionalTime(row, "driving_since"));
    }
}
