package by.belparcel.batching.adapter;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.Cargo;
import by.belparcel.batching.model.Course;
import by.belparcel.batching.model.Key;
import by.belparcel.batching.model.Load;
import by.belparcel.batching.model.Schedule;
import by.belparcel.kernel.BatchCloseReason;
import by.belparcel.kernel.BatchState;
import by.belparcel.kernel.DestinationType;
import by.belparcel.kernel.ServiceClass;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Maps rows of the schema {@code batching}. */
final class Rows {

    /** Continue with a table alias b and conditions. */
    static final String BATCH = """
            select b.id::text as id, b.number, b.origin::text as origin, b.dest_type, b.dest_id::text as dest_id, b.service,
                   b.state, b.version, b.orders_count, b.weight_g, b.volume_cm3, b.oldest_at, b.age_at, b.cutoff_at,
                   b.opened_at, b.closed_at, b.close_reason, b.trip_id::text as trip_id, b.parent_id::text as parent_id,
                   b.seal
            from batching.batches b
            """;

    private Rows() {}

    static Batch batch(Readable row) {
        String reason = row.get("close_reason", String.class);
        return new Batch(
                text(row, "id"),
                text(row, "number"),
                new Key(
                        text(row, "origin"),
                        DestinationType.valueOf(text(row, "dest_type")),
                        text(row, "dest_id"),
                        ServiceClass.valueOf(text(row, "service"))),
                BatchState.valueOf(text(row, "state")),
                number(row, "version"),
                new Load(
                        Objects.requireNonNull(row.get("orders_count", Integer.class)),
                        number(row, "weight_g"),
                        number(row, "volume_cm3")),
                new Schedule(time(row, "oldest_at"), time(row, "age_at"), row.get("cutoff_at", Instant.class)),
                new Course(
                        time(row, "opened_at"),
                        row.get("closed_at", Instant.class),
                        reason == null ? null : BatchCloseReason.valueOf(reason),
                        row.get("trip_id", String.class),
                        row.get("parent_id", String.class),
                        row.get("seal", String.class)));
    }

    static Cargo cargo(Readable row) {
        return new Cargo(
                text(row, "order_id"), number(row, "weight_g"), number(row, "volume_cm3"), time(row, "ready_at"));
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }

    static Instant time(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Instant.class), column);
    }

    static String[] ids(Collection<String> ids) {
        return ids.toArray(String[]::new);
    }

    static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
