package by.belparcel.carriers.adapter;

import by.belparcel.carriers.model.Carrier;
import by.belparcel.carriers.model.Shift;
import by.belparcel.carriers.model.Vehicle;
import by.belparcel.carriers.model.VehicleType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Maps rows of {@code carriers.carriers}. */
final class Rows {

    static final String CARRIER = """
            c.id::text as id, c.code, c.name, c.name_be, c.phone, c.plate, c.vehicle_type, c.payload_g, c.volume_cm3, c.slots,
            c.skills, c.home_warehouse::text as home_warehouse, c.max_parallel_trips, c.time_scale, c.is_active, c.version,
            c.edit_version
            """;

    static final String SHIFT = """
            c.shift_id::text as shift_id, c.shift_started_at, c.shift_ends_by, c.shift_ended_at, c.shift_driven_s,
            c.shift_check_passed
            """;

    private Rows() {}

    static Carrier carrier(Readable row) {
        return new Carrier(
                text(row, "id"),
                text(row, "code"),
                text(row, "name"),
                text(row, "name_be"),
                text(row, "phone"),
                vehicle(row),
                List.of(value(row, "skills", String[].class)),
                text(row, "home_warehouse"),
                value(row, "max_parallel_trips", Integer.class),
                value(row, "time_scale", Integer.class),
                value(row, "is_active", Boolean.class),
                value(row, "version", Long.class),
                value(row, "edit_version", Long.class));
    }

    static Vehicle vehicle(Readable row) {
        return new Vehicle(
                text(row, "plate"),
                VehicleType.valueOf(text(row, "vehicle_type")),
                value(row, "payload_g", Long.class),
                value(row, "volume_cm3", Long.class),
                value(row, "slots", Integer.class));
    }

    static @Nullable Shift shift(Readable row) {
        String id = row.get("shift_id", String.class);
        return id == null
                ? null
                : new Shift(
                        id,
                        time(row, "shift_started_at"),
                        time(row, "shift_ends_by"),
                        optionalTime(row, "shift_ended_at"),
                        value(row, "shift_driven_s", Long.class),
                        row.get("shift_check_passed", Boolean.class));
    }

    static String text(Readable row, String column) {
        return value(row, column, String.class);
    }

    static Instant time(Readable row, String column) {
        return value(row, column, Instant.class);
    }

    static @Nullable Instant optionalTime(Readable row, String column) {
        return row.get(column, Instant.class);
    }

    static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
