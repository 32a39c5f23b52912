package by.belparcel.carriers.model;

import java.util.Locale;

/** What a driver looks at before a shift (domain delivery.md section 2). */
public enum CheckItem {
    FUEL,
    TYRES,
    LIGHTS,
    SEAL,
    BODY;

    /** As on the wire. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
