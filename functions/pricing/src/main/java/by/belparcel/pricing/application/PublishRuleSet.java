package by.belparcel.pricing.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.PricingEvent;
import by.belparcel.pricing.model.RuleSetState;
import by.belparcel.pricing.model.StoredRuleSet;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Publishes a validated rule set: from now on it is immutable, and a timer puts it in force. Going back = publishing old content. */
public final class PublishRuleSet implements CommandHandler<PublishRuleSet.Publish, RuleSetView> {

    static final String TIMER = "price.activate";

    private final RuleSets ruleSets;

    public PublishRuleSet(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    /** @param effectiveFrom at least a minute from now */
    public record Publish(String version, Instant effectiveFrom) {}

    public static Publish read(Input body, RequestParameters parameters) {
        Instant from = body.optionalInstant("effective_from").orElse(Instant.EPOCH);
        if (!body.has("effective_from")) {
            body.reject("effective_from", "REQUIRED", "is required", null, null);
        }
        return new Publish(parameters.variable("version"), from);
    }

    @Override
    public Mono<Outcome<RuleSetView>> handle(Publish command, CommandContext context) {
        return ruleSets.lock(context.tx(), command.version())
                .flatMap(found -> publish(found, command.effectiveFrom(), context))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("RULESET"))));
    }

    private Mono<Outcome<RuleSetView>> publish(StoredRuleSet found, Instant from, CommandContext context) {
        Outcome<StoredRuleSet> outcome = found.published(context.principal().subject(), from, context.now());
        Mono<Void> timer = Mono.empty();
        if (outcome instanceof Outcome.Success<StoredRuleSet>(int _, StoredRuleSet set, var _, long _)
                && set != null
                && set.state() == RuleSetState.PUBLISHED) {
            context.emit(
                    new PricingEvent.RulesetPublished(
                            set.version(),
                            set.checksum(),
                            from,
                            context.principal().actor(),
                            context.now()),
                    set.rowVersion());
            timer = context.timers().set(TIMER, set.version(), set.version(), Duration.between(context.now(), from));
        }
        return timer.then(Storing.store(ruleSets, context, outcome));
    }
}
