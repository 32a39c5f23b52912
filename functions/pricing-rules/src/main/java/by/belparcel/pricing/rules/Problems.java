package by.belparcel.pricing.rules;

import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with a rule set; the gravest kind names the refusal. */
final class Problems {

    static final String UNKNOWN = "RULE_UNKNOWN_FIELD";
    static final String DUPLICATE = "RULE_DUPLICATE_ID";

    private final List<FieldError> errors = new ArrayList<>();

    void add(String pointer, String code, String detail) {
        errors.add(FieldError.of(pointer, code, detail));
    }

    void range(String pointer, String allowed, Object actual) {
        errors.add(new FieldError(pointer, "RANGE", "must be from " + allowed, allowed, actual));
    }

    void unknown(String pointer, String what) {
        add(pointer, UNKNOWN, "Unknown " + what + " at " + path(pointer));
    }

    boolean none() {
        return errors.isEmpty();
    }

    Rejection rejection() {
        String code = has(UNKNOWN) ? UNKNOWN : has(DUPLICATE) ? DUPLICATE : "VALIDATION_FAILED";
        FieldError first =
                errors.stream().filter(e -> e.code().equals(code)).findFirst().orElse(errors.getFirst());
        return new Rejection(
                Rejection.Kind.INVALID,
                code,
                "The rule set is not valid: " + first.detail(),
                errors,
                Map.of("path", path(first.pointer())));
    }

    private boolean has(String code) {
        return errors.stream().anyMatch(e -> e.code().equals(code));
    }

    /** {@code /rules/3/when/zone} as people write it: {@code rules[3].when.zone}. */
    static String path(String pointer) {
        StringBuilder path = new StringBuilder();
        for (String step : pointer.substring(pointer.isEmpty() ? 0 : 1).split("/", -1)) {
            boolean index = !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
            if (index) {
                path.append('[').append(step).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".")
                        .append(step.replace("~1", "/").replace("~0", "~"));
            }
        }
        return path.toString();
    }
}
