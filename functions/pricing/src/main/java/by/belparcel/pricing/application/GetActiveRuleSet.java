package by.belparcel.pricing.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.handling.Times;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The rule set in force now or at a time; for a time to come, as far as it is published today. */
public final class GetActiveRuleSet implements QueryHandler<RuleSetView> {

    public static final Set<String> PARAMETERS = Set.of("at");

    private final RuleSets ruleSets;

    public GetActiveRuleSet(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    @Override
    public Mono<Outcome<RuleSetView>> handle(QueryContext context) {
        Optional<String> at = context.parameters().query("at");
        Optional<Instant> time = at.flatMap(Times::parse);
        if (at.isPresent() && time.isEmpty()) {
            return Mono.just(Outcome.refused(
                    Rejection.invalid(FieldError.of("/at", "TIME", "must be an RFC 3339 time with an offset"))));
        }
        return inForce(context, time.orElse(null));
    }

    private Mono<Outcome<RuleSetView>> inForce(QueryContext context, @Nullable Instant at) {
        return ruleSets.inForce(context.tx(), at)
                .map(set -> Outcome.ok(RuleSetView.of(set), set.rowVersion()))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("RULESET"))));
    }
}
