package by.belparcel.tracking.stream.model;

import java.util.Locale;

/** Kinds of rows in the feed; each is a server frame of the same name (domain delivery.md section 6). */
public enum FeedKind {
    POSITION,
    STATUS,
    TRIP,
    ALERT,
    REMOVED;

    /** As it stands in the table and in the frame. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static FeedKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
