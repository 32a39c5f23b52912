package by.belparcel.pricing.application;

import by.belparcel.eventing.handling.Input;
import by.belparcel.pricing.rules.RuleSetReader;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A rule set as a request carries it: the document itself is the body. */
public record RuleSetDocument(String version, ObjectNode content) {

    private static final List<String> FIELDS =
            List.of("version", "effective_from", "currency", "rounding", "limits", "zones", "rules", "test_cases");

    static RuleSetDocument read(Input body) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        for (String field : FIELDS) {
            body.raw(field).ifPresent(value -> content.set(field, value));
        }
        String version = body.matching(
                "version",
                RuleSetReader.VERSION,
                "FORMAT",
                "must be 1 to 40 letters, digits, dots, hyphens or underscores");
        return new RuleSetDocument(version, content);
    }
}
