package by.belparcel.eventing.edge.http;

import org.jspecify.annotations.Nullable;

/** Language of titles: the first of Russian, Belarusian and English that the client ranks highest. */
enum Language {
    EN,
    RU,
    BE;

    static Language of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 500) {
            return EN;
        }
        Language best = EN;
        double weight = 0;
        for (String range : acceptLanguage.split(",", -1)) {
            Language language = ofRange(range.strip().toLowerCase(java.util.Locale.ROOT));
            double q = weight(range);
            if (language != null && q > weight) {
                best = language;
                weight = q;
            }
        }
        return best;
    }

    private static @Nullable Language ofRange(String range) {
        if (range.startsWith("ru")) {
            return RU;
        }
        if (range.startsWith("be")) {
            return BE;
        }
        return range.startsWith("en") ? EN : null;
    }

    private static double weight(String range) {
        int q = range.indexOf("q=");
        if (q < 0) {
            return 1;
        }
        try {
            return Double.parseDouble(range.substring(q + 2).strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
