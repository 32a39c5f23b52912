package by.belparcel.pricing.application;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.PricingEvent;
import by.belparcel.pricing.model.Comparison;
import by.belparcel.pricing.model.StoredRuleSet;
import by.belparcel.pricing.rules.Evaluator;
import by.belparcel.pricing.rules.Facts;
import by.belparcel.pricing.rules.Price;
import by.belparcel.pricing.rules.RuleSet;
import by.belparcel.pricing.rules.RuleSetReader;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Prices the orders of a range with another rule set and tells the difference. The orders are streamed, memory stays flat. */
public final class SimulatePrices implements CommandHandler<SimulatePrices.Simulate, SimulationView> {

    private static final Duration LONGEST = Duration.ofDays(31);

    private final RuleSets ruleSets;
    private final CompiledRuleSets compiled;
    private final PricedOrders orders;
    private final Simulations simulations;

    public SimulatePrices(RuleSets ruleSets, CompiledRuleSets compiled, PricedOrders orders, Simulations simulations) {
        this.ruleSets = ruleSets;
        this.compiled = compiled;
        this.orders = orders;
        this.simulations = simulations;
    }

    /** Orders created from (inclusive) to (exclusive). */
    public record Simulate(Instant from, Instant to, String ruleset) {}

    public static Simulate read(Input body, RequestParameters parameters) {
        Instant from = required(body, "from");
        Instant to = required(body, "to");
        if (body.problems().stream()
                        .noneMatch(
                                e -> e.pointer().equals("/from") || e.pointer().equals("/to"))
                && !from.isBefore(to)) {
            body.reject("to", "RANGE", "must be after from", null, null);
        }
        return new Simulate(
                from,
                to,
                body.matching("ruleset", RuleSetReader.VERSION, "FORMAT", "must be the version of a rule set"));
    }

    private static Instant required(Input body, String name) {
        Instant time = body.optionalInstant(name).orElse(Instant.EPOCH);
        if (!body.has(name)) {
            body.reject(name, "REQUIRED", "is required", null, null);
        }
        return time;
    }

    @Override
    public Mono<Outcome<SimulationView>> handle(Simulate command, CommandContext context) {
        if (Duration.between(command.from(), command.to()).compareTo(LONGEST) > 0) {
            return Mono.just(Outcome.refused(Rejection.rule("RANGE_TOO_LARGE", "A simulation covers at most 31 days.")
                    .with("limit", "P31D")));
        }
        return ruleSets.find(context.tx(), command.ruleset())
                .flatMap(set -> run(command, set, context))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("RULESET"))));
    }

    private Mono<Outcome<SimulationView>> run(Simulate command, StoredRuleSet stored, CommandContext context) {
        RuleSet set = compiled.of(stored);
        return orders.created(context.tx(), command.from(), command.to())
                .reduce(new Comparison(), (comparison, order) -> compare(comparison, order, set))
                .flatMap(comparison -> {
                    SimulationView view = new SimulationView(
                            context.newId(),
                            stored.version(),
                            command.from(),
                            command.to(),
                            comparison.result(),
                            context.now());
                    context.emit(
                            new PricingEvent.SimulationCompleted(
                                    view.id(),
                                    view.ruleset(),
                                    view.result().orders(),
                                    view.result().delta(),
                                    context.now()),
                            1);
                    return simulations
                            .add(context.tx(), view, context.principal().actor())
                            .thenReturn(Outcome.created(view, "/pricing/simulations/" + view.id(), 0));
                });
    }

    private static Comparison compare(Comparison comparison, PricedOrders.PricedOrder order, RuleSet set) {
        Facts facts = Json.mapper().readValue(order.facts(), Facts.class);
        switch (Evaluator.price(set, facts)) {
            case Outcome.Success<Price>(int _, Price price, var _, long _)
            when price != null -> comparison.add(new Comparison.Change(order.orderId(), order.price(), price.total()));
            case Outcome.Success<Price> _, Outcome.Refused<Price> _ -> comparison.addUnpriced();
        }
        return comparison;
    }
}
