package by.belparcel.runner.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestsTest {

    @TempDir
    Path folder;

    @Test
    void readsASoundSystemWithoutAnyFinding() {
        Manifests manifests = Yaml.load(folder, Yaml.SOUND);

        assertThat(manifests.findings()).isEmpty();
        assertThat(manifests.notEnforced())
                .extracting(each -> each.substring(0, each.indexOf(" (")))
                .containsExactly(
                        "resources of Service shop/shipping",
                        "securityContext of Service shop/shipping",
                        "NetworkPolicy shop/shipping");
        assertThat(manifests.brokers()).singleElement().satisfies(broker -> {
            assertThat(broker.topic()).isEqualTo("knative-broker-shop-default");
            assertThat(broker.partitions()).isEqualTo(2);
            assertThat(broker.delivery().retry()).isEqualTo(10);
        });
        assertThat(manifests.triggers()).singleElement().satisfies(trigger -> {
            assertThat(trigger.consumerGroup()).isEqualTo("knative-trigger-shop-ship");
            assertThat(trigger.ordered()).isTrue();
            assertThat(trigger.subscriber())
                    .isEqualTo(URI.create("http://shipping.shop.svc.cluster.local/events/ship"));
            assertThat(trigger.delivery())
                    .isEqualTo(new DeliveryPolicy(
                            URI.create("http://kafka-sink-ingress.knative-eventing.svc.cluster.local/shop/dlq"),
                            5,
                            BackoffPolicy.EXPONENTIAL,
                            Duration.ofMillis(500),
                            Duration.ofSeconds(60)));
        });
        assertThat(manifests.sources()).singleElement().satisfies(source -> {
            assertThat(source.fromEarliest()).isTrue();
            assertThat(source.sink())
                    .isEqualTo(URI.create("http://broker-ingress.knative-eventing.svc.cluster.local/shop/default"));
        });
        assertThat(manifests.topics())
                .singleElement()
                .satisfies(topic -> assertThat(topic.config()).containsEntry("retention.ms", "604800000"));
        assertThat(manifests.services()).singleElement().satisfies(service -> {
            assertThat(service.clusterLocal()).isTrue();
            assertThat(service.scaling().target()).isEqualTo(14);
            assertThat(service.readiness()).isEqualTo(new ServiceManifest.Readiness("/readyz", null));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "retry: 5|retries: 5|unknown field Trigger.spec.delivery.retries",
                "retry: 5|retry: '5'|Trigger.spec.delivery.retry must be a whole number",
                "kind: Trigger|kind: Channel|unknown kind eventing.knative.dev/v1 Channel",
                "- exact: {type: order.placed}|- exact: {type: 5}|must be text",
                "- exact: {type: order.placed}|- exact: {Type: x}|Type is no attribute name",
                "- exact: {type: order.placed}|- cesql: 'type ='|no CloudEvents SQL",
                "- exact: {type: order.placed}|- {exact: {type: a1}, prefix: {type: b1}}|exactly one dialect",
                "backoffDelay: PT0.5S|backoffDelay: 500ms|no ISO-8601 duration",
                "backoffPolicy: exponential|backoffPolicy: random|linear or exponential",
                "uri: /events/ship|uri: http://elsewhere/|absolute uri is refused",
                "broker: default|broker: other|Broker shop/other is not in the manifests",
                "timeoutSeconds: 60|timeoutSeconds: 601|between 1 and 600",
                "schedule: \"* * * * *\"|schedule: \"@every 5s\"|unknown descriptor @every",
                "eventing.knative.dev/broker.class: Kafka|eventing.knative.dev/broker.class: MTChannelBasedBroker|class Kafka",
                "initialOffset: earliest|initialOffset: first|write latest or earliest",
            })
    void namesFileAndLineOfWhatAClusterWouldRefuse(String sound, String broken, String message) {
        String yaml = Yaml.SOUND.replaceFirst(Pattern.quote(sound), broken);

        assertThatThrownBy(() -> Yaml.load(folder, yaml))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("all.yaml:");
    }

    @Test
    void pointsAtTheVeryLine() {
        String yaml = Yaml.SOUND.replaceFirst("backoffPolicy", "backofPolicy");

        assertThatThrownBy(() -> Yaml.load(folder, yaml))
                .hasMessageContaining("all.yaml:" + Yaml.lineOf(yaml, "backofPolicy") + " ");
    }

    @ParameterizedTest
    @CsvSource({"{grpc: {port: 8080}}, grpc:", "'{grpc: {port: 8080, service: shop.v1.Orders}}', grpc:shop.v1.Orders"})
    void readsAProbeByGrpc(String probe, String path) {
        String yaml = Yaml.SOUND
                .replace("{httpGet: {path: /readyz}}", probe)
                .replace("readinessProbe:", "ports: [{containerPort: 8080, name: h2c}]\n          readinessProbe:");

        ServiceManifest service = Yaml.load(folder, yaml).services().getFirst();

        assertThat(service.h2c()).isTrue();
        assertThat(service.readiness()).isEqualTo(new ServiceManifest.Readiness(path, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lifecycle: {preStop: {sleep: {seconds: 1}}}|container field lifecycle",
                "stdin: true|container field stdin",
                "env: [{name: PORT, value: '1'}]|env PORT is reserved",
                "env: [{name: POD, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]|env valueFrom.fieldRef",
                "ports: [{containerPort: 9090}]|port 9090 is reserved",
                "ports: [{containerPort: 80, name: grpc}]|http1 or h2c",
            })
    void refusesContainerFieldsThatServingDoesNotLetThrough(String field, String message) {
        String yaml = Yaml.SOUND.replace("readinessProbe:", field + "\n          readinessProbe:");

        assertThatThrownBy(() -> Yaml.load(folder, yaml)).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "nodeSelector: {}, nodeSelector",
        "hostNetwork: true, hostNetwork",
        "terminationGracePeriodSeconds: 30, terminationGracePeriodSeconds",
        "initContainers: [], initContainers",
        "securityContext: {}, securityContext"
    })
    void refusesPodFieldsThatServingDoesNotLetThrough(String field, String name) {
        String yaml = Yaml.SOUND.replace("timeoutSeconds: 60\n", "timeoutSeconds: 60\n          " + field + "\n");

        assertThatThrownBy(() -> Yaml.load(folder, yaml.replace("          " + field, "      " + field)))
                .hasMessageContaining("PodSpec field " + name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // delivery of the KafkaSource | retry | delay ms | dead-letter sink
                "''|10|300|false",
                "'{deadLetterSink: {uri: \"http://dlq\"}}'|0|200|true",
                "'{backoffPolicy: linear, backoffDelay: PT9S}'|0|200|false",
                "'{retry: 3}'|3|200|false",
            })
    void defaultsTheDeliveryOfASource(String delivery, int retry, int delay, boolean sink) {
        int start = Yaml.SOURCE.indexOf("  delivery:");
        String yaml = Yaml.BROKER
                + Yaml.SOURCE.substring(0, start)
                + (delivery.isEmpty() ? "" : "  delivery: " + delivery + "\n")
                + Yaml.SOURCE.substring(Yaml.SOURCE.indexOf("---", start));

        DeliveryPolicy policy = Yaml.load(folder, yaml).sources().getFirst().delivery();

        assertThat(policy.retry()).isEqualTo(retry);
        assertThat(policy.delay()).isEqualTo(Duration.ofMillis(delay));
        assertThat(policy.deadLetterSink() != null).isEqualTo(sink);
        assertThat(policy.timeout()).isEqualTo(Duration.ofSeconds(600));
    }

    @Test
    void resolvesTheEnvironmentFromConfigMapsSecretsAndSinkBindings() {
        String yaml = Yaml.SOUND.replace("readinessProbe:", """
                envFrom: [{configMapRef: {name: settings}, prefix: S_}]
                          env:
                            - {name: A, value: one}
                            - {name: B, value: "$(A)-$(S_LEVEL)-$$(A)-$(NONE)"}
                            - {name: KEY, valueFrom: {secretKeyRef: {name: keys, key: JWT}}}
                            - {name: GONE, valueFrom: {secretKeyRef: {name: keys, key: MISSING, optional: true}}}
                          readinessProbe:""") + """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings, namespace: shop}
                data: {LEVEL: info}
                ---
                apiVersion: v1
                kind: Secret
                metadata:
                  name: keys
                  namespace: shop
                  annotations: {runner.belparcel.by/generate: "JWT=32"}
                ---
                apiVersion: sources.knative.dev/v1
                kind: SinkBinding
                metadata: {name: out, namespace: shop}
                spec:
                  subject: {apiVersion: serving.knative.dev/v1, kind: Service, name: shipping}
                  sink: {ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: default}}
                  ceOverrides: {extensions: {zone: north}}
                """;

        Map<String, String> env = Yaml.load(folder, yaml).services().getFirst().env();

        assertThat(env)
                .containsEntry("S_LEVEL", "info")
                .containsEntry("B", "one-info-$(A)-$(NONE)")
                .containsEntry("K_SINK", "http://broker-ingress.knative-eventing.svc.cluster.local/shop/default")
                .containsEntry("K_CE_OVERRIDES", "{\"extensions\":{\"zone\":\"north\"}}")
                .doesNotContainKey("GONE");
        assertThat(env.get("KEY")).hasSize(43);
    }

    @Test
    void keepsGeneratedSecretsInAFileThatOnlyItsOwnerReads() throws Exception {
        Path file = folder.resolve("data/secrets.json");
        Key secret = new Key("shop", "keys");

        String first = SecretStore.in(file).value(secret, "JWT", 32);

        assertThat(SecretStore.in(file).value(secret, "JWT", 32)).isEqualTo(first);
        assertThat(SecretStore.in(file).value(secret, "OTHER", 32)).isNotEqualTo(first);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }
}
