package by.belparcel.pricing.rules;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.outcome.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;

/** The rule set that is in force until somebody publishes one: class-path resource {@code pricing/default-rule-set.json}. */
public final class DefaultRuleSet {

    private static final String RESOURCE = "/pricing/default-rule-set.json";

    private DefaultRuleSet() {}

    public static RuleSet get() {
        return Holder.SET;
    }

    /** Its JSON. */
    public static JsonNode content() {
        try (InputStream in = DefaultRuleSet.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("Missing " + RESOURCE);
            }
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read once, when first needed. */
    private static final class Holder {

        static final RuleSet SET = read();

        private static RuleSet read() {
            return switch (RuleSetReader.read(content())) {
                case Outcome.Success<RuleSet>(int _, RuleSet set, var _, long _) when set != null -> set;
                case Outcome.Success<RuleSet> _ -> throw new IllegalStateException("The reader answers a rule set");
                case Outcome.Refused<RuleSet>(var rejection, boolean _) ->
                    throw new IllegalStateException("The default rule set is not valid: " + rejection.errors());
            };
        }
    }
}
