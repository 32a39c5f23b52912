package by.belparcel.eventing.handling;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Times from outside. RFC 3339 has years of four digits; java.time takes nine, which no database column holds. */
public final class Times {

    private static final int YEAR_END = 4;

    private Times() {}

    /** Empty unless it is an RFC 3339 time with an offset. */
    public static Optional<Instant> parse(String text) {
        if (text.length() <= YEAR_END || text.charAt(0) == '-' || text.charAt(YEAR_END) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
