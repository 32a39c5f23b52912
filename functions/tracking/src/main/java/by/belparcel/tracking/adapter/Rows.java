package by.belparcel.tracking.adapter;

import by.belparcel.eventing.envelope.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Columns. */
final class Rows {

    private Rows() {}

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }

    static boolean flag(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Boolean.class), column);
    }

    static @Nullable Instant time(Readable row, String column) {
        return row.get(column, Instant.class);
    }

    /** A column of JSON text. */
    static <T> @Nullable T json(Readable row, String column, Class<T> type) {
        String text = row.get(column, String.class);
        return text == null ? null : Json.mapper().readValue(text, type);
    }

    static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }
}
