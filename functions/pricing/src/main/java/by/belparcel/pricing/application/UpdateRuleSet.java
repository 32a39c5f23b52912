package by.belparcel.pricing.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.pricing.model.StoredRuleSet;
import by.belparcel.pricing.rules.Checksum;
import by.belparcel.pricing.rules.RuleSet;
import by.belparcel.pricing.rules.RuleSetReader;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Replaces the content of a rule set that is not yet published; it becomes a draft again. */
public final class UpdateRuleSet implements CommandHandler<RuleSetDocument, RuleSetView> {

    private final RuleSets ruleSets;

    public UpdateRuleSet(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    public static RuleSetDocument read(Input body, RequestParameters parameters) {
        RuleSetDocument document = RuleSetDocument.read(body);
        if (!document.version().equals(parameters.variable("version"))) {
            body.reject("version", "MISMATCH", "must be the version of the path", parameters.variable("version"), null);
        }
        return document;
    }

    @Override
    public Mono<Outcome<RuleSetView>> handle(RuleSetDocument document, CommandContext context) {
        if (RuleSetReader.read(document.content()) instanceof Outcome.Refused<RuleSet>(var rejection, boolean _)) {
            return Mono.just(Outcome.refused(rejection));
        }
        return ruleSets.lock(context.tx(), document.version())
                .flatMap(found -> change(found, document, context))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("RULESET"))));
    }

    private Mono<Outcome<RuleSetView>> change(StoredRuleSet found, RuleSetDocument document, CommandContext context) {
        Optional<Rejection> stale = IfMatch.stale(context.parameters(), found.rowVersion());
        if (stale.isPresent()) {
            return Mono.just(Outcome.refused(stale.get()));
        }
        Outcome<StoredRuleSet> outcome = found.edited(
                Checksum.canonical(document.content()),
                Checksum.ofJson(document.content()),
                context.principal().subject());
        return Storing.store(ruleSets, context, outcome);
    }
}
