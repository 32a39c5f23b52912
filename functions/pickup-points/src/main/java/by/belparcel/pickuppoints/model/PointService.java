package by.belparcel.pickuppoints.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a point offers; in lower case on the wire. */
public enum PointService {
    ISSUE,
    RETURN,
    FITTING,
    CASH,
    CARD,
    LOCKERS,
    SORT;

    /** Names as on the wire. */
    public static List<String> names() {
        return Arrays.stream(values())
                .map(service -> service.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
