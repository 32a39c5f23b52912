package by.belparcel.pricing.rules;

import by.belparcel.eventing.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The checks of a rule set beyond its form: rules that can never apply, overlaps, and its own test cases. */
public final class RuleSetReview {

    private RuleSetReview() {}

    /** What a review found; only {@link #failures} forbid the rule set. */
    public record Report(List<Finding> unreachable, List<Finding> overlaps, List<Failure> failures) {

        public Report {
            unreachable = List.copyOf(unreachable);
            overlaps = List.copyOf(overlaps);
            failures = List.copyOf(failures);
        }
    }

    /** A remark on a rule and, for overlaps and shadows, the other rule. */
    public record Finding(String ruleId, @Nullable String other, String text) {}

    /** A test case that does not come out. Absent totals mean NO_BASE_PRICE. */
    public record Failure(
            String name, @Nullable Long expected, @Nullable Long actual) {}

    public static Report review(RuleSet set) {
        return new Report(unreachable(set), overlaps(set), failures(set));
    }

    private static List<Finding> unreachable(RuleSet set) {
        List<Finding> found = new ArrayList<>();
        for (Rule rule : set.rules()) {
            if (!Domain.of(rule.when()).knownZones(set).possible()) {
                found.add(new Finding(rule.id(), null, "Its conditions exclude each other."));
            }
        }
        List<Rule> bases = set.of(Stage.BASE);
        for (int i = 0; i < bases.size(); i++) {
            if (bases.get(i).when().equals(Condition.ALWAYS)) {
                for (Rule shadowed : bases.subList(i + 1, bases.size())) {
                    found.add(new Finding(shadowed.id(), bases.get(i).id(), "An earlier base rule always matches."));
                }
                break;
            }
        }
        return found;
    }

    /** Rules of which only one can count, with the same priority and conditions that may hold together. */
    private static List<Finding> overlaps(RuleSet set) {
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i < set.rules().size(); i++) {
            for (Rule second : set.rules().subList(i + 1, set.rules().size())) {
                Rule first = set.rules().get(i);
                if (exclusive(first, second)
                        && first.order() == second.order()
                        && Domain.of(new Condition.All(List.of(first.when(), second.when())))
                                .knownZones(set)
                                .possible()) {
                    found.add(new Finding(
                            second.id(), first.id(), "Both may apply, only one counts, and both have the same order."));
                }
            }
        }
        return found;
    }

    private static boolean exclusive(Rule first, Rule second) {
        return first.stage() == second.stage()
                && (first.stage() == Stage.BASE
                        || first.exclusiveGroup() != null
                                && first.exclusiveGroup().equals(second.exclusiveGroup()));
    }

    private static List<Failure> failures(RuleSet set) {
        List<Failure> failures = new ArrayList<>();
        for (TestCase test : set.testCases()) {
            Long actual = total(Evaluator.price(set, test.facts()));
            if (!Objects.equals(actual, test.total())) {
                failures.add(new Failure(test.name(), test.total(), actual));
            }
        }
        return failures;
    }

    private static @Nullable Long total(Outcome<Price> outcome) {
        return outcome instanceof Outcome.Success<Price>(int _, Price price, var _, long _) && price != null
                ? price.total()
                : null;
    }
}
