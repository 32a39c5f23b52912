package by.belparcel.trips.application.driving;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the body of {@code POST /carrier/trips/{id}/breakdown} and {@code POST /trips/{id}/breakdown}. */
public final class ReportBreakdownReader implements CommandReader<ReportBreakdown> {

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{1,39}");
    private static final int MOST_PHOTOS = 10;
    private static final int UUID_LENGTH = 36;

    @Override
    public ReportBreakdown read(Input body, RequestParameters parameters) {
        if (!body.has("drivable")) {
            body.reject("drivable", "REQUIRED", "is required", null, null);
        }
        return new ReportBreakdown(
                body.matching("kind", WORD, "PATTERN", "must be a word of 2 to 40 letters, digits and _")
                        .toUpperCase(Locale.ROOT),
                body.optionalText("text", 0, 500).orElse(null),
                body.flag("drivable", false),
                PositionReader.read(body),
                body.texts("attachment_ids", 0, MOST_PHOTOS, UUID_LENGTH),
                ExpectedVersion.read(body));
    }
}
