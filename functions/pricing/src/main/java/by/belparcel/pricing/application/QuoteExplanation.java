package by.belparcel.pricing.application;

import by.belparcel.kernel.Money;
import by.belparcel.pricing.rules.Facts;
import by.belparcel.pricing.rules.PriceLine;
import by.belparcel.pricing.rules.RuleTrace;
import java.util.List;

/**
 * Why a quote costs what it costs.
 *
 * @param rules what each rule of the set did, in evaluation order
 * @param reproduced whether the stored facts and rule set give the offered price, line by line
 */
public record QuoteExplanation(
        String id,
        String rulesetVersion,
        Money total,
        List<PriceLine> lines,
        Facts facts,
        List<RuleTrace> rules,
        boolean reproduced) {}
