package by.belparcel.runner.manifest;

import by.belparcel.runner.manifest.LintRule.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Rules over DeliverySpecs (T-20, T-21). */
final class DeliveryRules {

    static final List<LintRule> ALL = List.of(
            new LintRule("no-dead-letter-sink", Severity.ERROR, DeliveryRules::noDeadLetterSink),
            new LintRule("delivery-without-retry", Severity.ERROR, DeliveryRules::withoutRetry),
            new LintRule("delivery-incomplete", Severity.WARNING, DeliveryRules::incomplete),
            new LintRule("retry-after-max", Severity.ERROR, DeliveryRules::retryAfterMax),
            new LintRule("delivery-format", Severity.WARNING, DeliveryRules::format));

    private DeliveryRules() {}

    private static List<Hit> noDeadLetterSink(LintInput input) {
        List<Hit> hits = new ArrayList<>();
        for (TriggerManifest trigger : input.manifests().triggers()) {
            if (trigger.delivery().deadLetterSink() == null) {
                hits.add(new Hit(
                        trigger.place(),
                        "Trigger " + trigger.key() + " has no dead-letter sink: an event that fails is lost"));
            }
        }
        for (SourceManifest source : input.manifests().sources()) {
            if (source.delivery().deadLetterSink() == null) {
                hits.add(new Hit(
                        source.place(),
                        "KafkaSource " + source.key() + " has no dead-letter sink: an event that fails is lost"));
            }
        }
        return hits;
    }

    private static List<Hit> withoutRetry(LintInput input) {
        List<Hit> hits = new ArrayList<>();
        each(input, (resource, delivery) -> {
            if (delivery.present() && !delivery.at("retry").present()) {
                hits.add(new Hit(delivery.place(), "delivery without retry means one attempt only"));
            }
        });
        return hits;
    }

    private static List<Hit> incomplete(LintInput input) {
        List<Hit> hits = new ArrayList<>();
        each(input, (resource, delivery) -> {
            // a Trigger without delivery takes its Broker's
            boolean inherits = !delivery.present() && !resource.kind().equals("KafkaSource");
            for (String field : List.of("backoffPolicy", "backoffDelay", "timeout")) {
                if (!inherits && !delivery.at(field).present()) {
                    hits.add(new Hit(
                            delivery.present() ? delivery.place() : resource.place(),
                            resource.kind() + " " + resource.key() + " leaves delivery." + field + " to a default"));
                }
            }
        });
        return hits;
    }

    private static List<Hit> retryAfterMax(LintInput input) {
        List<Hit> hits = new ArrayList<>();
        each(input, (resource, delivery) -> {
            if (delivery.at("retryAfterMax").present()) {
                hits.add(new Hit(
                        delivery.at("retryAfterMax").place(),
                        "retryAfterMax is an alpha feature: the webhook refuses it, Kafka ignores it"));
            }
        });
        return hits;
    }

    private static List<Hit> format(LintInput input) {
        List<Hit> hits = new ArrayList<>();
        each(input, (resource, delivery) -> {
            if (delivery.at("format").present()) {
                hits.add(new Hit(
                        delivery.at("format").place(), "format is ignored by the Kafka data plane, it sends binary"));
            }
        });
        return hits;
    }

    private static void each(LintInput input, BiConsumer<Resource, View> visit) {
        for (Resource resource : input.resources()) {
            if (List.of("Broker", "Trigger", "KafkaSource").contains(resource.kind())) {
                visit.accept(resource, resource.spec().at("delivery"));
            }
        }
    }
}
