package by.belparcel.runner.manifest;

import java.util.List;
import java.util.function.Function;

/** One rule of the lint; {@code check} returns the places where it is broken. */
record LintRule(String id, Severity severity, Function<LintInput, List<Hit>> check) {

    /** A place where the rule is broken and what will happen there. */
    record Hit(Place place, String message) {}

    List<Finding> findings(LintInput input) {
        return check.apply(input).stream()
                .map(hit -> new Finding(id, severity, hit.place(), hit.message()))
                .toList();
    }
}
