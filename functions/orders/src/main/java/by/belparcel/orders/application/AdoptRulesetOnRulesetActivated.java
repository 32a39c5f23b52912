package by.belparcel.orders.application;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PricingEvent;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Orders are priced with this rule set from now on. Until it arrives the older one prices; each order records which it was. */
public final class AdoptRulesetOnRulesetActivated implements EventHandler<PricingEvent.RulesetActivated> {

    private final Projections projections;

    public AdoptRulesetOnRulesetActivated(Projections projections) {
        this.projections = projections;
    }

    @Override
    public Mono<Handled> on(PricingEvent.RulesetActivated event, EventContext context) {
        Map<String, Object> content = event.content();
        if (content == null) {
            return Mono.just(new Handled.Poison("SCHEMA", "The event carries no rule set."));
        }
        String json = Json.mapper().writeValueAsString(content);
        return projections
                .adoptRuleSet(context.tx(), event.version(), json, event.effectiveFrom(), event.at())
                .then(Handled.applied());
    }
}
