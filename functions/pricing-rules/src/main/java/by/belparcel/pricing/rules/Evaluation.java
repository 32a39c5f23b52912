package by.belparcel.pricing.rules;

import by.belparcel.eventing.outcome.Outcome;
import java.util.List;

/** A price or the reason why there is none, with what every rule did, in evaluation order. */
public record Evaluation(Outcome<Price> outcome, List<RuleTrace> trace) {

    public Evaluation {
        trace = List.copyOf(trace);
    }
}
