package by.belparcel.pricing.application;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.pricing.model.StoredRuleSet;
import by.belparcel.pricing.rules.RuleSet;
import by.belparcel.pricing.rules.RuleSetReader;
import java.util.concurrent.ConcurrentHashMap;

/** Rule sets ready to price, read once per content; the content behind a checksum never changes. */
public final class CompiledRuleSets {

    private static final int MOST = 32;

    private final ConcurrentHashMap<String, RuleSet> compiled = new ConcurrentHashMap<>();

    public RuleSet of(StoredRuleSet stored) {
        if (compiled.size() > MOST) {
            compiled.clear();
        }
        return compiled.computeIfAbsent(stored.checksum(), checksum -> read(stored));
    }

    private static RuleSet read(StoredRuleSet stored) {
        return switch (RuleSetReader.read(Json.mapper().readTree(stored.content()))) {
            case Outcome.Success<RuleSet>(int _, RuleSet set, var _, long _) when set != null -> set;
            case Outcome.Success<RuleSet> _ -> throw new IllegalStateException("The reader answers a rule set");
            case Outcome.Refused<RuleSet>(var rejection, boolean _) ->
                throw new IllegalStateException(
                        "Stored rule set " + stored.version() + " is not valid: " + rejection.detail());
        };
    }
}
