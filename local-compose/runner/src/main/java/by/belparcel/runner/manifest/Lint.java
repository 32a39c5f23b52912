package by.belparcel.runner.manifest;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All rules over manifests that a cluster would accept, but that lose events, time or safety. */
final class Lint {

    private static final List<LintRule> RULES = Stream.of(
                    DeliveryRules.ALL, TriggerRules.ALL, SourceRules.ALL, ServiceRules.ALL, ContainerRules.ALL)
            .flatMap(List::stream)
            .toList();

    private Lint() {}

    static List<Finding> check(LintInput input) {
        return RULES.stream()
                .flatMap(rule -> rule.findings(input).stream())
                .sorted(Comparator.comparing((Finding each) -> each.place().file())
                        .thenComparing(each -> each.place().line()))
                .toList();
    }

    static List<LintRule> rules() {
        return RULES;
    }
}
