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
import reactor.core.publisher.Mono;

/** Saves a new draft. What has no meaning is refused at once; the deeper checks come with validation. */
public final class SaveRuleSet implements CommandHandler<RuleSetDocument, RuleSetView> {

    private final RuleSets ruleSets;

    public SaveRuleSet(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    public static RuleSetDocument read(Input body, RequestParameters parameters) {
        return RuleSetDocument.read(body);
    }

    @Override
    public Mono<Outcome<RuleSetView>> handle(RuleSetDocument document, CommandContext context) {
        if (RuleSetReader.read(document.content()) instanceof Outcome.Refused<RuleSet>(var rejection, boolean _)) {
            return Mono.just(Outcome.refused(rejection));
        }
        StoredRuleSet draft = StoredRuleSet.draft(
                document.version(),
                Checksum.canonical(document.content()),
                Checksum.ofJson(document.content()),
                context.principal().subject());
        return ruleSets.add(context.tx(), draft)
                .map(added -> added
                        ? Outcome.created(
                                RuleSetView.of(draft), "/pricing/rulesets/" + draft.version(), draft.rowVersion())
                        : Outcome.refused(Rejection.of(
                                Rejection.Kind.CONFLICT,
                                "RULESET_ALREADY_EXISTS",
                                "There is a rule set of version " + draft.version() + ".")));
    }
}
