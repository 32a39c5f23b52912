package by.belparcel.pricing.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.PricingEvent;
import by.belparcel.pricing.model.StoredRuleSet;
import by.belparcel.pricing.rules.RuleSetReview;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Checks a draft: rules that cannot apply, overlaps, and its own test cases. Only failing test cases refuse it. */
public final class ValidateRuleSet implements CommandHandler<String, ValidationView> {

    private final RuleSets ruleSets;
    private final CompiledRuleSets compiled;

    public ValidateRuleSet(RuleSets ruleSets, CompiledRuleSets compiled) {
        this.ruleSets = ruleSets;
        this.compiled = compiled;
    }

    @Override
    public Mono<Outcome<ValidationView>> handle(String version, CommandContext context) {
        return ruleSets.lock(context.tx(), version)
                .flatMap(found -> validate(found, context))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("RULESET"))));
    }

    private Mono<Outcome<ValidationView>> validate(StoredRuleSet found, CommandContext context) {
        if (found.notEditable().isPresent()) {
            return Mono.just(Outcome.refused(found.notEditable().get()));
        }
        RuleSetReview.Report report = RuleSetReview.review(compiled.of(found));
        if (!report.failures().isEmpty()) {
            return Mono.just(Outcome.refused(
                    Rejection.rule("RULESET_TESTS_FAILED", "Test cases of the rule set do not come out.")
                            .with("failures", failures(report.failures()))));
        }
        StoredRuleSet validated = found.validated();
        context.emit(
                new PricingEvent.RulesetValidated(
                        validated.version(),
                        validated.checksum(),
                        validated.effectiveFrom(),
                        context.principal().actor(),
                        context.now()),
                validated.rowVersion());
        return ruleSets.update(context.tx(), validated)
                .thenReturn(Outcome.ok(
                        new ValidationView(
                                validated.version(),
                                validated.state().name(),
                                validated.checksum(),
                                ValidationView.warnings(report)),
                        validated.rowVersion()));
    }

    private static List<Map<String, Object>> failures(List<RuleSetReview.Failure> failures) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (RuleSetReview.Failure failure : failures) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", failure.name());
            one.put("expected", failure.expected() == null ? "NO_BASE_PRICE" : failure.expected());
            one.put("actual", failure.actual() == null ? "NO_BASE_PRICE" : failure.actual());
            all.add(one);
        }
        return all;
    }
}
