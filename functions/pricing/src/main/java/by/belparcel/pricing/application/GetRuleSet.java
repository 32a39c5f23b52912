package by.belparcel.pricing.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import reactor.core.publisher.Mono;

/** A rule set with its content. */
public final class GetRuleSet implements QueryHandler<RuleSetView> {

    private final RuleSets ruleSets;

    public GetRuleSet(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    @Override
    public Mono<Outcome<RuleSetView>> handle(QueryContext context) {
        return ruleSets.find(context.tx(), context.parameters().variable("version"))
                .map(set -> Outcome.ok(RuleSetView.of(set), set.rowVersion()))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("RULESET"))));
    }
}
