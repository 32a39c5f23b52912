package by.belparcel.runner.manifest;

import by.belparcel.runner.manifest.LintRule.Hit;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules over Triggers (T-21). */
final class TriggerRules {

    static final List<LintRule> ALL = List.of(
            new LintRule("order-annotation", Severity.ERROR, TriggerRules::orderAnnotation),
            new LintRule("type-filter", Severity.WARNING, TriggerRules::typeFilter),
            new LintRule("optional-attribute-filter", Severity.ERROR, TriggerRules::optionalAttribute),
            new LintRule("self-matching-reply", Severity.WARNING, TriggerRules::selfMatching),
            new LintRule("public-subscriber", Severity.ERROR, TriggerRules::publicSubscriber));

    private static final Set<String> CRASHES_WHEN_ABSENT = Set.of("subject", "datacontenttype");

    private TriggerRules() {}

    private static List<Hit> orderAnnotation(LintInput input) {
        return input.triggers().stream()
                .filter(each -> !each.annotations().containsKey(EventingReader.ORDER))
                .map(each -> new Hit(
                        each.place(),
                        "Trigger " + each.key() + " has no annotation " + EventingReader.ORDER + ": it is unordered"))
                .toList();
    }

    private static List<Hit> typeFilter(LintInput input) {
        return input.manifests().triggers().stream()
                .filter(each -> types(each.filter()).isEmpty())
                .map(each -> new Hit(each.place(), "Trigger " + each.key() + " has no exact filter on type"))
                .toList();
    }

    /** The types that a filter lets through at most; empty when it does not say. */
    static Set<String> types(FilterSpec filter) {
        return switch (filter) {
            case FilterSpec.Attributes attributes -> type(attributes.values().get("type"));
            case FilterSpec.Exact exact -> type(exact.values().get("type"));
            case FilterSpec.All all ->
                all.filters().stream()
                        .map(TriggerRules::types)
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElse(Set.of());
            case FilterSpec.Any any ->
                any.filters().stream().anyMatch(each -> types(each).isEmpty())
                        ? Set.of()
                        : Set.copyOf(any.filters().stream()
                                .flatMap(each -> types(each).stream())
                                .toList());
            case FilterSpec.Prefix _, FilterSpec.Suffix _, FilterSpec.Not _, FilterSpec.CeSql _ -> Set.of();
        };
    }

    private static Set<String> type(@Nullable String type) {
        return type == null || type.isEmpty() ? Set.of() : Set.of(type);
    }

    private static List<Hit> optionalAttribute(LintInput input) {
        List<Hit> hits = new ArrayList<>();
        for (Resource trigger : input.triggers()) {
            trigger.spec().at("filters").list().forEach(filter -> optionalAttribute(filter, hits));
        }
        return hits;
    }

    private static void optionalAttribute(View filter, List<Hit> hits) {
        for (String dialect : List.of("prefix", "suffix")) {
            for (String name : filter.at(dialect).keys()) {
                if (CRASHES_WHEN_ABSENT.contains(name)) {
                    hits.add(new Hit(
                            filter.at(dialect, name).place(),
                            dialect + " on " + name + ": an event without it is discarded, inside any and not too"));
                }
            }
        }
        Stream.concat(filter.at("all").list().stream(), filter.at("any").list().stream())
                .forEach(inner -> optionalAttribute(inner, hits));
        if (filter.at("not").present()) {
            optionalAttribute(filter.at("not"), hits);
        }
    }

    private static List<Hit> selfMatching(LintInput input) {
        return input.manifests().triggers().stream()
                .filter(each -> types(each.filter()).isEmpty()
                        && input.serviceAt(each.subscriber()).isPresent())
                .map(each -> new Hit(
                        each.place(),
                        "a reply of " + each.subscriber() + " may match Trigger " + each.key()
                                + " again and run for ever: filter on type"))
                .toList();
    }

    private static List<Hit> publicSubscriber(LintInput input) {
        return Stream.concat(
                        input.manifests().triggers().stream().map(each -> new Target(each.place(), each.subscriber())),
                        input.manifests().sources().stream().map(each -> new Target(each.place(), each.sink())))
                .flatMap(target -> input.serviceAt(target.uri()).stream()
                        .filter(service -> !service.clusterLocal())
                        .map(service -> new Hit(
                                target.place(),
                                "events go to the public Service " + service.key()
                                        + ": anybody outside could post one")))
                .toList();
    }

    private record Target(Place place, URI uri) {}
}
