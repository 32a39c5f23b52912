package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.pickuppoints.model.Contacts;
import by.belparcel.pickuppoints.model.OpeningHours;
import by.belparcel.pickuppoints.model.PointService;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads the fields of a point. What is not given is empty. */
final class PointFields {

    static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,8}-[0-9]{3}");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]|24:00");
    private static final Pattern DAY = Pattern.compile("MON|TUE|WED|THU|FRI|SAT|SUN|[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{7,14}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");
    private static final int MOST_DAYS = 100;
    private static final int MOST_INTERVALS = 5;
    private static final int LONGEST_SERVICE = 20;

    private PointFields() {}

    static PointChange read(Input body) {
        return new PointChange(
                body.optionalText("name", 3, 100).orElse(null),
                body.optionalText("address", 5, 300).orElse(null),
                hours(body).orElse(null),
                body.optionalObject("contacts", PointFields::contacts).orElse(null),
                services(body).orElse(null),
                capacity(body).orElse(null),
                body.optionalInteger("max_parcel_g", 1, 50_000)
                        .map(Long::intValue)
                        .orElse(null),
                body.has("is_hub") ? body.flag("is_hub", false) : null,
                body.optionalUuid("hub_id").orElse(null));
    }

    static Optional<Integer> capacity(Input body) {
        return body.optionalInteger("capacity_parcels", 10, 5_000).map(Long::intValue);
    }

    /** Degrees, each by itself; whether they are a place is asked together. */
    static double degrees(Input body, String name, int most) {
        Optional<JsonNode> node = body.raw(name);
        if (node.isEmpty()) {
            body.reject(name, "REQUIRED", "is required", null, null);
            return 1;
        }
        double degrees = node.get().isNumber() ? node.get().asDouble() : Double.NaN;
        if (!(Math.abs(degrees) <= most)) {
            body.reject(
                    name, "RANGE", "must be a number from -" + most + " to " + most, "-" + most + ".." + most, null);
            return 1;
        }
        return degrees;
    }

    /** Of a command without fields but a reason. */
    static Optional<String> reason(Input body, RequestParameters parameters) {
        return body.optionalText("reason", 3, 500);
    }

    private static Optional<OpeningHours> hours(Input body) {
        if (!body.has("hours")) {
            return Optional.empty();
        }
        return Optional.of(new OpeningHours(body.list(
                "hours",
                0,
                MOST_DAYS,
                day -> new OpeningHours.Day(
                        day.matching("day", DAY, "DAY", "must be MON to SUN or a date"),
                        day.list("open", 0, MOST_INTERVALS, PointFields::interval)))));
    }

    private static OpeningHours.Interval interval(Input body) {
        String hint = "must be a time HH:MM";
        return new OpeningHours.Interval(
                body.matching("from", TIME, "TIME", hint), body.matching("to", TIME, "TIME", hint));
    }

    private static Contacts contacts(Input body) {
        return new Contacts(
                body.optionalMatching("phone", PHONE, "PHONE", "must be an E.164 number")
                        .orElse(null),
                body.optionalMatching("email", EMAIL, "EMAIL", "must be an e-mail address")
                        .orElse(null));
    }

    private static Optional<List<String>> services(Input body) {
        if (!body.has("services")) {
            return Optional.empty();
        }
        List<String> services = body.texts("services", 0, PointService.values().length, LONGEST_SERVICE);
        if (!PointService.names().containsAll(services)) {
            body.reject("services", "ENUM", "must be some of the allowed values", PointService.names(), null);
        }
        return Optional.of(services);
    }
}
