package by.belparcel.references.adapter;

import by.belparcel.references.model.Place;
import io.r2dbc.spi.Readable;
import java.util.Objects;

/** Reads columns that are never null. */
final class Rows {

    private Rows() {}

    static Place place(Readable row) {
        return new Place(
                text(row, "name_ru"),
                text(row, "name_be"),
                text(row, "name_latin"),
                text(row, "address_ru"),
                text(row, "address_be"),
                value(row, "lat", Double.class),
                value(row, "lng", Double.class));
    }

    static String text(Readable row, String column) {
        return value(row, column, String.class);
    }

    static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
