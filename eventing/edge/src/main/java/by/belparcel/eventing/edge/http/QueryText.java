package by.belparcel.eventing.edge.http;

import by.belparcel.eventing.edge.call.Refused;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Rejection;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Query parameters: only the declared names, each at most once. */
final class QueryText {

    private QueryText() {}

    /** @throws Refused 400 naming every parameter that is unknown, repeated or not well-formed */
    static Map<String, String> parse(@Nullable String query, Set<String> declared) {
        if (query == null || query.isEmpty()) {
            return Map.of();
        }
        Map<String, String> values = new HashMap<>();
        List<FieldError> errors = new ArrayList<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = decode(equals < 0 ? "" : pair.substring(equals + 1));
            if (name == null || value == null) {
                errors.add(FieldError.of("/query", "ENCODING", "is not well-formed"));
            } else if (!declared.contains(name)) {
                errors.add(FieldError.of(pointer(name), "UNKNOWN_PARAMETER", "is not a parameter of this request"));
            } else if (values.put(name, value) != null) {
                errors.add(FieldError.of(pointer(name), "REPEATED_PARAMETER", "may stand only once"));
            }
        }
        if (!errors.isEmpty()) {
            throw new Refused(Rejection.invalid(errors));
        }
        return values;
    }

    private static String pointer(String name) {
        String shown = name.length() > 64 ? name.substring(0, 64) : name;
        return "/query/" + shown.replace("~", "~0").replace("/", "~1");
    }

    private static @Nullable String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            return decoded.indexOf('\uFFFD') >= 0 || decoded.indexOf('\0') >= 0 ? null : decoded;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
