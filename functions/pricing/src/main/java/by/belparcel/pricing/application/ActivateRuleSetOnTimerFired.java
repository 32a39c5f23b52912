package by.belparcel.pricing.application;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.PricingEvent;
import by.belparcel.pricing.model.RuleSetState;
import by.belparcel.pricing.model.StoredRuleSet;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** Puts a published rule set in force when its time has come and retires the one before, in one transaction. */
public final class ActivateRuleSetOnTimerFired implements EventHandler<PlatformEvent.TimerFired> {

    private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {};

    private final RuleSets ruleSets;

    public ActivateRuleSetOnTimerFired(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.TimerFired event, EventContext context) {
        // The active set is locked first, always: activations stand in one queue.
        return ruleSets.lockActive(context.tx())
                .flatMap(active -> ruleSets.lock(context.tx(), event.subject())
                        .flatMap(next -> activate(active, next, context))
                        .switchIfEmpty(Handled.ignored(Handled.Reason.STATE)));
    }

    private Mono<Handled> activate(StoredRuleSet active, StoredRuleSet next, EventContext context) {
        Instant from = next.effectiveFrom();
        if (next.state() != RuleSetState.PUBLISHED || from == null) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        if (from.isAfter(context.now())) {
            return Mono.just(new Handled.Later("NOT_YET", "The rule set takes effect at " + from));
        }
        // A later one came first, because timers fire in no order: this one's time is over before it began.
        return overtaken(from, active.effectiveFrom())
                ? retire(next.activated(), context).then(Handled.applied())
                : retire(active, context)
                        .then(enforce(next.activated(), context))
                        .then(Handled.applied());
    }

    private static boolean overtaken(Instant from, @Nullable Instant activeFrom) {
        return activeFrom != null && from.isBefore(activeFrom);
    }

    private Mono<Void> retire(StoredRuleSet set, EventContext context) {
        StoredRuleSet retired = set.retired();
        context.emit(
                new PricingEvent.RulesetRetired(
                        retired.version(), retired.checksum(), since(retired), by(retired), context.now()),
                retired.rowVersion());
        return ruleSets.update(context.tx(), retired);
    }

    private Mono<Void> enforce(StoredRuleSet set, EventContext context) {
        return Mono.defer(() -> {
            context.emit(
                    new PricingEvent.RulesetActivated(
                            set.version(),
                            set.checksum(),
                            since(set),
                            by(set),
                            Json.mapper().readValue(set.content(), DOCUMENT),
                            context.now()),
                    set.rowVersion());
            return ruleSets.update(context.tx(), set);
        });
    }

    private static Instant since(StoredRuleSet set) {
        return Objects.requireNonNull(set.effectiveFrom(), "a published rule set has a time");
    }

    private static String by(StoredRuleSet set) {
        return Objects.requireNonNullElse(set.publishedBy(), "system");
    }
}
