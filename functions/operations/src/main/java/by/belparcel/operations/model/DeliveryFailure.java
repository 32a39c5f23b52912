package by.belparcel.operations.model;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why an event was not delivered, read from the attributes that the dead-letter sink adds: {@code knativeerrordest} (URL of the
 * consumer), {@code knativeerrorcode} (HTTP status, absent when nobody answered) and {@code knativeerrordata} (Base64 of the
 * first bytes of the error body, absent likewise).
 *
 * @param consumer name of the function that failed
 * @param reason SCHEMA, UNKNOWN_TYPE, BUSINESS, SEQUENCE_GAP, TIMEOUT or EXCEPTION
 * @param errorClass code of the answer, or the status
 * @param errorText at most 4000 characters
 */
public record DeliveryFailure(String consumer, String reason, String errorClass, String errorText) {

    public static final String DESTINATION = "knativeerrordest";
    public static final String CODE = "knativeerrorcode";
    public static final String DATA = "knativeerrordata";

    private static final int MAX_TEXT = 4_000;
    /** It is part of a key in the database. */
    private static final int MAX_CONSUMER = 200;

    private static final Pattern PROBLEM_CODE = Pattern.compile("\"code\"\\s*:\\s*\"([A-Z_]{1,60})\"");

    public static DeliveryFailure from(Map<String, String> extensions) {
        if (!extensions.containsKey(DESTINATION) && !extensions.containsKey(CODE) && !extensions.containsKey(DATA)) {
            // Not a failed delivery: a record that is no CloudEvent of ours.
            return new DeliveryFailure("unknown", "SCHEMA", "NO_CLOUDEVENT", "");
        }
        String status = extensions.getOrDefault(CODE, "");
        String body = decode(extensions.getOrDefault(DATA, ""));
        Matcher matcher = PROBLEM_CODE.matcher(body);
        String code = matcher.find() ? matcher.group(1) : status.isEmpty() ? "NO_ANSWER" : "HTTP_" + status;
        String text = body.length() > MAX_TEXT ? body.substring(0, MAX_TEXT) : body;
        return new DeliveryFailure(
                consumer(extensions.getOrDefault(DESTINATION, "")), reason(status, code), code, text);
    }

    private static String reason(String status, String code) {
        return switch (code) {
            case "SCHEMA", "UNKNOWN_TYPE", "SEQUENCE_GAP" -> code;
            case "NO_ANSWER" -> "TIMEOUT";
            // A consumer that counted its own attempts to the end answers 422 with the code of the last one.
            case "INTERNAL_ERROR", "DEPENDENCY_UNAVAILABLE" -> "EXCEPTION";
            default -> status.equals("422") ? "BUSINESS" : status.equals("400") ? "SCHEMA" : "EXCEPTION";
        };
    }

    /** {@code http://payments-events…/events/authorize-payment} is the function {@code authorizePayment}. */
    private static String consumer(String url) {
        int slash = url.lastIndexOf("/events/");
        if (slash < 0) {
            return url.isEmpty() ? "unknown" : url.substring(0, Math.min(url.length(), MAX_CONSUMER));
        }
        StringBuilder name = new StringBuilder();
        for (String word : url.substring(slash + "/events/".length()).split("-", -1)) {
            name.append(
                    name.isEmpty() || word.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.substring(0, Math.min(name.length(), MAX_CONSUMER));
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8).replace("\u0000", "");
        } catch (IllegalArgumentException e) {
            return base64;
        }
    }
}
