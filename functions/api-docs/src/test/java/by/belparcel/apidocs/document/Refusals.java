package by.belparcel.apidocs.document;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** References to the shared problem answers, with the codes that an operation gives under each status. */
final class Refusals {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("400", "BadRequest"),
            Map.entry("401", "Unauthenticated"),
            Map.entry("403", "Forbidden"),
            Map.entry("404", "NotFound"),
            Map.entry("409", "Conflict"),
            Map.entry("410", "Gone"),
            Map.entry("412", "PreconditionFailed"),
            Map.entry("413", "TooLarge"),
            Map.entry("415", "UnsupportedMediaType"),
            Map.entry("422", "RuleViolated"),
            Map.entry("426", "UpgradeRequired"),
            Map.entry("429", "RateLimited"),
            Map.entry("503", "Unavailable"));

    private Refusals() {}

    static Map<String, Object> reference(String status, List<String> codes) {
        String name = NAMES.get(status);
        if (name == null) {
            throw new IllegalArgumentException("No shared answer for status " + status);
        }
        Map<String, Object> reference = Tree.reference("responses", name);
        if (!codes.isEmpty()) {
            reference.put(
                    "description",
                    codes.stream().distinct().map(code -> '`' + code + '`').collect(Collectors.joining(", ")));
        }
        return reference;
    }
}
