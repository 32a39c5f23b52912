package by.belparcel.eventing.inbox;

import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Rejection;
import java.util.List;

/** The header {@code Idempotency-Key}: 1 to 255 visible ASCII characters, bare or as a quoted string. */
sealed interface IdempotencyKey {

    record Present(String value) implements IdempotencyKey {}

    record Refused(Rejection rejection) implements IdempotencyKey {}

    int LIMIT = 255;

    /** @param headers every value of the header, as received */
    static IdempotencyKey parse(List<String> headers) {
        if (headers.isEmpty()) {
            return new Refused(Rejection.of(
                    Rejection.Kind.INVALID,
                    "IDEMPOTENCY_KEY_REQUIRED",
                    "This command needs the header Idempotency-Key."));
        }
        if (headers.size() > 1) {
            return malformed("must stand once");
        }
        String text = headers.getFirst().strip();
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        String value = quoted ? unescape(text.substring(1, text.length() - 1)) : text;
        if (value.isEmpty() || value.length() > LIMIT || !value.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            return malformed("must have 1 to 255 visible ASCII characters");
        }
        // A comma joins two headers, so a bare one is a list.
        if (value.indexOf('"') >= 0 || (!quoted && value.indexOf(',') >= 0)) {
            return malformed("must be one string");
        }
        return new Present(value);
    }

    private static String unescape(String text) {
        return text.replace("\\\\", "\\");
    }

    private static IdempotencyKey malformed(String detail) {
        return new Refused(Rejection.invalid(
                new FieldError("/headers/idempotency-key", "IDEMPOTENCY_KEY_MALFORMED", detail, "1..255", null)));
    }
}
