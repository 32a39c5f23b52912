package by.belparcel.pvzcli.output;

import java.util.Locale;
import java.util.Optional;

/** The languages of domain README section 2. */
public enum Language {
    EN,
    RU,
    BE;

    /** Its ISO 639-1 code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A language by its code in any case; empty for another one. */
    public static Optional<Language> of(String code) {
        for (Language language : values()) {
            if (language.code().equals(code.toLowerCase(Locale.ROOT))) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The language of a POSIX locale such as {@code be_BY.UTF-8}; English for all others. */
    public static Language ofLocale(String locale) {
        return of(locale.length() < 2 ? "" : locale.substring(0, 2)).orElse(EN);
    }
}
