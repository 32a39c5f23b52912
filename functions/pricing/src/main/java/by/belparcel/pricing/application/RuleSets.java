package by.belparcel.pricing.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pricing.model.RuleSetState;
import by.belparcel.pricing.model.StoredRuleSet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Rule sets and their life. */
public interface RuleSets {

    Mono<StoredRuleSet> find(Transaction tx, String version);

    /** The same, locked until the end of the transaction. */
    Mono<StoredRuleSet> lock(Transaction tx, String version);

    Mono<StoredRuleSet> lockActive(Transaction tx);

    /** False when the version is taken. */
    Mono<Boolean> add(Transaction tx, StoredRuleSet draft);

    /** Writes the newest state of a rule set that this transaction has locked. */
    Mono<Void> update(Transaction tx, StoredRuleSet set);

    /** The set in force at a time, as far as it is known now; absent = the active one. */
    Mono<StoredRuleSet> inForce(Transaction tx, @Nullable Instant at);

    /** By version, descending, after the given one. */
    Mono<List<StoredRuleSet>> list(Transaction tx, @Nullable RuleSetState state, @Nullable String after, int limit);
}
