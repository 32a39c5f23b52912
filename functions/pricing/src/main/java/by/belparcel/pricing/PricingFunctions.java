package by.belparcel.pricing;

import static by.belparcel.eventing.handling.FunctionSpec.command;
import static by.belparcel.eventing.handling.FunctionSpec.on;
import static by.belparcel.eventing.handling.FunctionSpec.query;
import static by.belparcel.eventing.handling.FunctionSpec.with;

import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.eventing.handling.Settings;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.pricing.adapter.SqlPlaces;
import by.belparcel.pricing.adapter.SqlPricedOrders;
import by.belparcel.pricing.adapter.SqlQuotes;
import by.belparcel.pricing.adapter.SqlRuleSets;
import by.belparcel.pricing.adapter.SqlSimulations;
import by.belparcel.pricing.application.ActivateRuleSetOnTimerFired;
import by.belparcel.pricing.application.AdjustPrice;
import by.belparcel.pricing.application.CompiledRuleSets;
import by.belparcel.pricing.application.ExplainQuote;
import by.belparcel.pricing.application.GetActiveRuleSet;
import by.belparcel.pricing.application.GetQuote;
import by.belparcel.pricing.application.GetRuleSet;
import by.belparcel.pricing.application.GetSimulation;
import by.belparcel.pricing.application.ListRuleSets;
import by.belparcel.pricing.application.PublishRuleSet;
import by.belparcel.pricing.application.QuotePrice;
import by.belparcel.pricing.application.RecordOrderOnOrderCreated;
import by.belparcel.pricing.application.RecordPlaceOnReferenceUpdated;
import by.belparcel.pricing.application.SaveRuleSet;
import by.belparcel.pricing.application.SimulatePrices;
import by.belparcel.pricing.application.UpdateRuleSet;
import by.belparcel.pricing.application.ValidateRuleSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The functions of pricing. */
public final class PricingFunctions implements FunctionModule {

    private static final Duration DAY = Duration.ofHours(24);

    @Override
    public String name() {
        return "pricing";
    }

    @Override
    public List<FunctionSpec> functions() {
        CompiledRuleSets compiled = new CompiledRuleSets();
        return List.of(
                with(
                        command(
                                "quotePrice",
                                "POST",
                                "/pricing/quotes",
                                "pricing.quote",
                                QuotePrice::read,
                                services -> new QuotePrice(
                                        new SqlRuleSets(),
                                        compiled,
                                        new SqlPlaces(),
                                        new SqlPricedOrders(),
                                        new SqlQuotes(),
                                        quoteLife(services.settings()))),
                        Duration.ZERO,
                        HttpRoute.KIB_64,
                        true),
                query(
                        "getQuote",
                        "/pricing/quotes/{id}",
                        "pricing.quote.read",
                        Set.of(),
                        services -> new GetQuote(new SqlQuotes())),
                query(
                        "explainQuote",
                        "/pricing/quotes/{id}/explain",
                        "pricing.quote.read",
                        Set.of(),
                        services -> new ExplainQuote(new SqlQuotes(), new SqlRuleSets(), compiled)),
                command(
                        "saveRuleSet",
                        "POST",
                        "/pricing/rulesets",
                        "pricing.ruleset.draft",
                        SaveRuleSet::read,
                        services -> new SaveRuleSet(new SqlRuleSets())),
                command(
                        "updateRuleSet",
                        "PUT",
                        "/pricing/rulesets/{version}",
                        "pricing.ruleset.draft",
                        UpdateRuleSet::read,
                        services -> new UpdateRuleSet(new SqlRuleSets())),
                with(
                        command(
                                "validateRuleSet",
                                "POST",
                                "/pricing/rulesets/{version}/validate",
                                "pricing.ruleset.draft",
                                (body, parameters) -> parameters.variable("version"),
                                services -> new ValidateRuleSet(new SqlRuleSets(), compiled)),
                        DAY,
                        HttpRoute.KIB_64,
                        false),
                command(
                        "publishRuleSet",
                        "POST",
                        "/pricing/rulesets/{version}/publish",
                        "pricing.ruleset.publish",
                        PublishRuleSet::read,
                        services -> new PublishRuleSet(new SqlRuleSets())),
                query(
                        "listRuleSets",
                        "/pricing/rulesets",
                        "pricing.ruleset.read",
                        ListRuleSets.PARAMETERS,
                        services -> new ListRuleSets(new SqlRuleSets())),
                query(
                        "getRuleSet",
                        "/pricing/rulesets/{version}",
                        "pricing.ruleset.read",
                        Set.of(),
                        services -> new GetRuleSet(new SqlRuleSets())),
                query(
                        "getActiveRuleSet",
                        "/pricing/active",
                        "pricing.ruleset.read",
                        GetActiveRuleSet.PARAMETERS,
                        services -> new GetActiveRuleSet(new SqlRuleSets())),
                command(
                        "adjustPrice",
                        "POST",
                        "/pricing/adjustments",
                        "pricing.adjust",
                        AdjustPrice::read,
                        services -> new AdjustPrice(new SqlPricedOrders())),
                command(
                        "simulatePrices",
                        "POST",
                        "/pricing/simulations",
                        "pricing.simulate",
                        SimulatePrices::read,
                        services -> new SimulatePrices(
                                new SqlRuleSets(), compiled, new SqlPricedOrders(), new SqlSimulations())),
                query(
                        "getSimulation",
                        "/pricing/simulations/{id}",
                        "pricing.simulation.read",
                        Set.of(),
                        services -> new GetSimulation(new SqlSimulations())),
                on(
                        "activateRuleSetOnTimerFired",
                        PlatformEvent.TimerFired.TYPE,
                        Map.of("timerkind", "price.activate"),
                        services -> new ActivateRuleSetOnTimerFired(new SqlRuleSets())),
                on(
                        "recordOrderOnOrderCreated",
                        OrderEvent.Created.TYPE,
                        services ->
                                new RecordOrderOnOrderCreated(new SqlPricedOrders(), new SqlQuotes(), new SqlPlaces())),
                on(
                        "recordPlaceOnReferenceUpdated",
                        PlatformEvent.ReferenceUpdated.TYPE,
                        services -> new RecordPlaceOnReferenceUpdated(new SqlPlaces())));
    }

    private static Duration quoteLife(Settings settings) {
        return settings.duration("belparcel.pricing.quote-life", Duration.ofMinutes(15));
    }
}
