package by.belparcel.pricing.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One run of the evaluator: the price so far, its lines and the fate of each rule. */
final class Calculation {

    private static final Rounding KOPECK = new Rounding(1);

    private final RuleSet set;
    private final Facts facts;
    private final List<PriceLine> lines = new ArrayList<>();
    private final List<RuleTrace> trace = new ArrayList<>();
    private long running;

    Calculation(RuleSet set, Facts facts) {
        this.set = set;
        this.facts = facts;
    }

    long total() {
        return running;
    }

    List<PriceLine> lines() {
        return lines;
    }

    List<RuleTrace> trace() {
        return trace;
    }

    /** The first matching rule sets the base. */
    boolean base() {
        boolean found = false;
        for (Rule rule : set.of(Stage.BASE)) {
            boolean matches = rule.when().holds(facts);
            if (matches && !found && rule.effect() instanceof Effect.Base(long amount)) {
                found = true;
                running = amount;
                lines.add(new PriceLine(rule.id(), rule.stage(), amount, rule.textKey()));
                note(rule, RuleTrace.Verdict.USED);
            } else {
                note(rule, matches ? RuleTrace.Verdict.BASE_TAKEN : RuleTrace.Verdict.NOT_MATCHED);
            }
        }
        return found;
    }

    /**
     * Amounts and percentages of the price at the begin of the stage. The exact sum is rounded once; the lines are the
     * differences of the rounded partial sums, so that they add up to it.
     */
    void additions(Stage stage) {
        BigDecimal start = BigDecimal.valueOf(running);
        List<Rule> rules = matching(stage, rule -> Contribution.of(rule.effect(), start, facts));
        boolean fractions = rules.stream().anyMatch(rule -> rule.effect() instanceof Effect.Percent);
        Rounding rounding = fractions ? new Rounding(set.step()) : KOPECK;
        BigDecimal exact = start;
        for (Rule rule : rules) {
            exact = exact.add(Contribution.of(rule.effect(), start, facts));
            advance(rule, rounding.round(exact));
        }
    }

    /** The product of all factors, each bounded by its own cap, is applied and rounded once. */
    void multipliers() {
        BigDecimal start = BigDecimal.valueOf(running);
        Rounding rounding = new Rounding(set.step());
        BigDecimal product = BigDecimal.ONE;
        for (Rule rule : matching(Stage.MULTIPLIER, rule -> factor(BigDecimal.ONE, rule))) {
            product = factor(product, rule);
            advance(rule, rounding.round(start.multiply(product)));
        }
    }

    void limits() {
        long rounded = new Rounding(set.step()).round(BigDecimal.valueOf(running));
        own("rounding", rounded);
        for (Rule rule : matching(Stage.LIMIT, rule -> BigDecimal.ZERO)) {
            if (rule.effect() instanceof Effect.Clamp clamp) {
                long least = clamp.atLeast() == null ? running : Math.max(running, clamp.atLeast());
                advance(rule, clamp.atMost() == null ? least : Math.min(least, clamp.atMost()));
            }
        }
        own("limit", Math.max(set.minTotal(), Math.min(set.maxTotal(), running)));
    }

    private static BigDecimal factor(BigDecimal before, Rule rule) {
        if (!(rule.effect() instanceof Effect.Multiply multiply)) {
            return before;
        }
        BigDecimal after = before.multiply(multiply.factor());
        return multiply.max() == null || after.compareTo(multiply.max()) <= 0 ? after : before.max(multiply.max());
    }

    /** Rules whose condition holds, less those that lose in their exclusive group: the smallest cost wins, then the first. */
    private List<Rule> matching(Stage stage, Function<Rule, BigDecimal> cost) {
        List<Rule> rules = set.of(stage);
        List<Rule> matching = rules.stream().filter(r -> r.when().holds(facts)).toList();
        Map<String, Rule> best = new HashMap<>();
        for (Rule rule : matching) {
            if (rule.exclusiveGroup() != null) {
                best.merge(rule.exclusiveGroup(), rule, (a, b) -> better(cost, a, b));
            }
        }
        List<Rule> used = new ArrayList<>();
        for (Rule rule : rules) {
            boolean holds = matching.contains(rule);
            boolean wins = rule.exclusiveGroup() == null || rule == best.get(rule.exclusiveGroup());
            note(
                    rule,
                    !holds
                            ? RuleTrace.Verdict.NOT_MATCHED
                            : wins ? RuleTrace.Verdict.USED : RuleTrace.Verdict.EXCLUDED);
            if (holds && wins) {
                used.add(rule);
            }
        }
        return used;
    }

    private static Rule better(Function<Rule, BigDecimal> cost, Rule first, Rule second) {
        return Comparator.<BigDecimal>naturalOrder().compare(cost.apply(second), cost.apply(first)) < 0
                ? second
                : first;
    }

    private void advance(Rule rule, long next) {
        if (next != running) {
            lines.add(new PriceLine(rule.id(), rule.stage(), next - running, rule.textKey()));
            running = next;
        }
    }

    private void own(String id, long next) {
        if (next != running) {
            lines.add(new PriceLine(id, Stage.LIMIT, next - running, "pricing." + id));
            running = next;
        }
    }

    private void note(Rule rule, RuleTrace.Verdict verdict) {
        trace.add(new RuleTrace(rule.id(), rule.stage(), verdict));
    }
}
