package by.belparcel.runner.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Manifests for tests: a small sound system that tests break in one place. */
final class Yaml {

    static final String BROKER = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: kafka-config, namespace: shop}
            data: {bootstrap.servers: "kafka:9092", default.topic.partitions: "2", default.topic.replication.factor: "1"}
            ---
            apiVersion: eventing.knative.dev/v1
            kind: Broker
            metadata:
              name: default
              namespace: shop
              annotations: {eventing.knative.dev/broker.class: Kafka}
            spec:
              config: {apiVersion: v1, kind: ConfigMap, name: kafka-config}
            ---
            apiVersion: eventing.knative.dev/v1alpha1
            kind: KafkaSink
            metadata: {name: dlq, namespace: shop}
            spec: {topic: dlq, bootstrapServers: [kafka:9092], numPartitions: 1, replicationFactor: 1}
            ---
            """;

    static final String TRIGGER = """
            apiVersion: eventing.knative.dev/v1
            kind: Trigger
            metadata:
              name: ship
              namespace: shop
              annotations: {kafka.eventing.knative.dev/delivery.order: ordered}
            spec:
              broker: default
              filters:
                - exact: {type: order.placed}
              subscriber:
                ref: {apiVersion: serving.knative.dev/v1, kind: Service, name: shipping}
                uri: /events/ship
              delivery:
                retry: 5
                backoffPolicy: exponential
                backoffDelay: PT0.5S
                timeout: PT60S
                deadLetterSink:
                  ref: {apiVersion: eventing.knative.dev/v1alpha1, kind: KafkaSink, name: dlq}
            ---
            """;

    static final String SERVICE = """
            apiVersion: serving.knative.dev/v1
            kind: Service
            metadata:
              name: shipping
              namespace: shop
              labels: {networking.knative.dev/visibility: cluster-local}
            spec:
              template:
                spec:
                  containerConcurrency: 20
                  timeoutSeconds: 60
                  automountServiceAccountToken: false
                  containers:
                    - image: shop/app@sha256:0000000000000000000000000000000000000000000000000000000000000000
                      readinessProbe: {httpGet: {path: /readyz}}
                      resources:
                        requests: {cpu: 50m, memory: 128Mi}
                        limits: {cpu: "1", memory: 256Mi}
                      securityContext:
                        runAsNonRoot: true
                        runAsUser: 10001
                        readOnlyRootFilesystem: true
                        allowPrivilegeEscalation: false
                        capabilities: {drop: [ALL]}
                        seccompProfile: {type: RuntimeDefault}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: shipping, namespace: shop}
            spec: {podSelector: {matchLabels: {serving.knative.dev/service: shipping}}, policyTypes: [Ingress]}
            ---
            """;

    static final String SOURCE = """
            apiVersion: sources.knative.dev/v1
            kind: KafkaSource
            metadata: {name: orders, namespace: shop}
            spec:
              bootstrapServers: [kafka:9092]
              topics: [events.order]
              consumers: 1
              consumerGroup: orders
              initialOffset: earliest
              ordering: ordered
              sink:
                ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: default}
              delivery:
                retry: 5
                backoffPolicy: exponential
                backoffDelay: PT0.5S
                timeout: PT60S
                deadLetterSink:
                  ref: {apiVersion: eventing.knative.dev/v1alpha1, kind: KafkaSink, name: dlq}
            ---
            apiVersion: kafka.strimzi.io/v1beta2
            kind: KafkaTopic
            metadata: {name: events-order, namespace: shop}
            spec: {topicName: events.order, partitions: 2, replicas: 1, config: {retention.ms: 604800000}}
            ---
            apiVersion: sources.knative.dev/v1
            kind: PingSource
            metadata: {name: tick, namespace: shop}
            spec:
              schedule: "* * * * *"
              ceOverrides: {extensions: {partitionkey: tick}}
              sink:
                ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: default}
            ---
            """;

    static final String SOUND = BROKER + TRIGGER + SERVICE + SOURCE;

    private Yaml() {}

    static Manifests load(Path folder, String yaml) {
        return Manifests.load(write(folder, "all.yaml", yaml), SecretStore.inMemory());
    }

    static Path write(Path folder, String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line, from 1, of the first line that contains the text. */
    static int lineOf(String yaml, String text) {
        List<String> lines = yaml.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new AssertionError("no line with " + text);
    }
}
