package by.belparcel.pricing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import tools.jackson.databind.JsonNode;

final class RuleSetFixture {

    static final String BASE = "{'id':'base','stage':'BASE','effect':{'set':600}}";

    private RuleSetFixture() {}

    static JsonNode json(String text) {
        return Json.mapper().readTree(text.replace('\'', '"'));
    }

    /** A rule set of the given rules, kopeck rounding, no limits, one zone for each distance. */
    static RuleSet ruleSet(String... rules) {
        return read("{'version':'v1','rules':[" + String.join(",", rules) + "]}");
    }

    static RuleSet read(String text) {
        Outcome<RuleSet> outcome = RuleSetReader.read(json(text));
        assertThat(outcome).as("%s", outcome).isInstanceOf(Outcome.Success.class);
        return ((Outcome.Success<RuleSet>) outcome).body();
    }

    static Rejection refusal(String text) {
        Outcome<RuleSet> outcome = RuleSetReader.read(json(text));
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<RuleSet>) outcome).rejection();
    }

    static Rejection refusalOfRule(String rule) {
        return refusal("{'version':'v1','rules':[" + BASE + "," + rule + "]}");
    }

    static Facts facts(String text) {
        return FactsReader.read(new Part(json(text), "", new Problems()));
    }

    static Price price(RuleSet set, String facts) {
        return ((Outcome.Success<Price>) Evaluator.price(set, facts(facts))).body();
    }
}
