package by.belparcel.orders.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.pricing.rules.DefaultRuleSet;
import by.belparcel.pricing.rules.RuleSet;
import by.belparcel.pricing.rules.RuleSetReader;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Rule sets by version. A published version never changes, so each is read once in the life of a process. */
final class RuleSets {

    private static final String CONTENT = "select content::text as content from orders.rulesets where version = $1";

    private final Map<String, RuleSet> known = new ConcurrentHashMap<>();

    /** @param version absent = the built-in set */
    Mono<RuleSet> find(Transaction tx, @Nullable String version) {
        if (version == null) {
            return Mono.fromSupplier(DefaultRuleSet::get);
        }
        RuleSet cached = known.get(version);
        return cached != null
                ? Mono.just(cached)
                : tx.first(CONTENT, row -> OrderRows.text(row, "content"), version)
                        .map(RuleSets::parse)
                        .doOnNext(set -> known.put(version, set));
    }

    private static RuleSet parse(String content) {
        return switch (RuleSetReader.read(Json.mapper().readTree(content))) {
            case Outcome.Success<RuleSet> success -> Objects.requireNonNull(success.body());
            case Outcome.Refused<RuleSet> refused ->
                throw new IllegalStateException("A published rule set is not valid: "
                        + refused.rejection().errors());
        };
    }
}
