package by.belparcel.pricing.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.pricing.model.StoredRuleSet;
import reactor.core.publisher.Mono;

/** Writes a changed rule set and answers it, or passes the refusal on. */
final class Storing {

    private Storing() {}

    static Mono<Outcome<RuleSetView>> store(RuleSets ruleSets, CommandContext context, Outcome<StoredRuleSet> outcome) {
        return switch (outcome) {
            case Outcome.Refused<StoredRuleSet>(var rejection, boolean _) -> Mono.just(Outcome.refused(rejection));
            case Outcome.Success<StoredRuleSet>(int _, StoredRuleSet changed, var _, long _)
            when changed != null ->
                ruleSets.update(context.tx(), changed)
                        .thenReturn(Outcome.ok(RuleSetView.of(changed), changed.rowVersion()));
            case Outcome.Success<StoredRuleSet> _ ->
                throw new IllegalStateException("A change answers the changed set");
        };
    }
}
