package by.belparcel.pvzcli.output;

import java.util.Locale;
import java.util.Optional;

/** The forms of {@code --output}. */
public enum Format {
    TEXT,
    JSON,
    TABLE;

    public static Optional<Format> of(String name) {
        for (Format format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
