package by.belparcel.runner.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds that the runner accepts and the model class of each. */
final class Kinds {

    private static final Map<String, Class<?>> MODELS = Map.ofEntries(
            Map.entry("serving.knative.dev/v1 Service", io.fabric8.knative.serving.v1.Service.class),
            Map.entry("eventing.knative.dev/v1 Broker", io.fabric8.knative.eventing.v1.Broker.class),
            Map.entry("eventing.knative.dev/v1 Trigger", io.fabric8.knative.eventing.v1.Trigger.class),
            Map.entry("eventing.knative.dev/v1alpha1 KafkaSink", io.fabric8.knative.eventing.v1alpha1.KafkaSink.class),
            Map.entry(
                    "eventing.knative.dev/v1alpha1 EventPolicy",
                    io.fabric8.knative.eventing.v1alpha1.EventPolicy.class),
            Map.entry("sources.knative.dev/v1 KafkaSource", io.fabric8.knative.sources.v1.KafkaSource.class),
            Map.entry("sources.knative.dev/v1beta1 KafkaSource", io.fabric8.knative.sources.v1beta1.KafkaSource.class),
            Map.entry("sources.knative.dev/v1 PingSource", io.fabric8.knative.sources.v1.PingSource.class),
            Map.entry("sources.knative.dev/v1beta2 PingSource", io.fabric8.knative.sources.v1beta2.PingSource.class),
            Map.entry("sources.knative.dev/v1 SinkBinding", io.fabric8.knative.sources.v1.SinkBinding.class),
            Map.entry("v1 ConfigMap", io.fabric8.kubernetes.api.model.ConfigMap.class),
            Map.entry("v1 Secret", io.fabric8.kubernetes.api.model.Secret.class),
            Map.entry("v1 ServiceAccount", io.fabric8.kubernetes.api.model.ServiceAccount.class),
            Map.entry("v1 Namespace", io.fabric8.kubernetes.api.model.Namespace.class),
            Map.entry("batch/v1 Job", io.fabric8.kubernetes.api.model.batch.v1.Job.class),
            Map.entry(
                    "networking.k8s.io/v1 NetworkPolicy",
                    io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy.class),
            Map.entry(
                    "gateway.networking.k8s.io/v1 HTTPRoute",
                    io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute.class),
            Map.entry(
                    "gateway.networking.k8s.io/v1 Gateway",
                    io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway.class),
            Map.entry("kafka.strimzi.io/v1beta2 KafkaTopic", StrimziTopic.class),
            Map.entry("kafka.strimzi.io/v1 KafkaTopic", StrimziTopic.class));

    private static final Set<String> NOT_ENFORCED =
            Set.of("NetworkPolicy", "EventPolicy", "ServiceAccount", "Namespace", "Gateway");

    private Kinds() {}

    static @Nullable Class<?> model(Resource resource) {
        return MODELS.get(resource.apiVersion() + " " + resource.kind());
    }

    /** Other versions of the kind that are known, for the message. */
    static String hint(Resource resource) {
        return MODELS.keySet().stream()
                .filter(known -> known.endsWith(" " + resource.kind()))
                .sorted()
                .findFirst()
                .map(known -> " (write " + known.substring(0, known.indexOf(' ')) + ")")
                .orElse("");
    }

    /** A field that says something about a real cluster only. */
    record IgnoredField(String name, Place place) {}

    /** Fields that are written and that the runner does nothing with: it has its own Kafka and no containers. */
    static List<IgnoredField> ignoredFields(Resource resource) {
        List<IgnoredField> ignored = new ArrayList<>();
        switch (resource.kind()) {
            case "KafkaSource" -> add(ignored, resource.spec(), "net");
            case "KafkaSink" -> add(ignored, resource.spec(), "auth");
            case "Service" -> {
                for (View container :
                        resource.spec().at("template", "spec", "containers").list()) {
                    for (String field : List.of("resources", "securityContext", "livenessProbe", "startupProbe")) {
                        add(ignored, container, field);
                    }
                }
            }
            default -> {}
        }
        return ignored;
    }

    private static void add(List<IgnoredField> ignored, View view, String field) {
        if (view.at(field).present()) {
            ignored.add(new IgnoredField(field, view.at(field).place()));
        }
    }

    static boolean enforced(Resource resource) {
        return !NOT_ENFORCED.contains(resource.kind());
    }
}
