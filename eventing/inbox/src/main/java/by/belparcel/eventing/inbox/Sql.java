package by.belparcel.eventing.inbox;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;

/** Columns that are never null. */
final class Sql {

    private Sql() {}

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }

    static boolean flag(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Boolean.class), column);
    }

    static Instant time(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, OffsetDateTime.class), column)
                .toInstant();
    }
}
