package by.belparcel.runner.eventing;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.embedded.EmbeddedKafka;
import by.belparcel.runner.manifest.Manifests;
import by.belparcel.runner.manifest.SecretStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A plane on a real Kafka with an HTTP subscriber, each test in a namespace of its own. */
abstract class EventingPlaneFixture {

    static final Duration LIMIT = Duration.ofSeconds(30);
    static final AtomicInteger NAMESPACES = new AtomicInteger();

    static final String SYSTEM = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: kafka-config, namespace: NS}
            data: {default.topic.partitions: "PARTS", default.topic.replication.factor: "3"}
            ---
            apiVersion: eventing.knative.dev/v1
            kind: Broker
            metadata: {name: default, namespace: NS, annotations: {eventing.knative.dev/broker.class: Kafka}}
            spec: {config: {apiVersion: v1, kind: ConfigMap, name: kafka-config}}
            ---
            apiVersion: eventing.knative.dev/v1alpha1
            kind: KafkaSink
            metadata: {name: dlq, namespace: NS}
            spec: {topic: NS-dlq, bootstrapServers: [kafka:9092], numPartitions: 1, replicationFactor: 3}
            ---
            apiVersion: kafka.strimzi.io/v1beta2
            kind: KafkaTopic
            metadata: {name: events, namespace: NS}
            spec: {topicName: NS-events, partitions: PARTS, replicas: 3, config: {min.insync.replicas: 2}}
            ---
            apiVersion: sources.knative.dev/v1
            kind: KafkaSource
            metadata: {name: events, namespace: NS}
            spec:
              bootstrapServers: [kafka:9092]
              topics: [NS-events]
              consumerGroup: NS-events
              initialOffset: earliest
              ordering: ordered
              sink: {ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: default}}
              delivery: {retry: 5, backoffPolicy: exponential, backoffDelay: PT0.1S}
            ---
            """;

    static final String TRIGGER = """
            apiVersion: eventing.knative.dev/v1
            kind: Trigger
            metadata:
              name: NAME
              namespace: NS
              annotations: {kafka.eventing.knative.dev/delivery.order: ORDER}
            spec:
              broker: default
              filters: [{exact: {type: TYPE}}]
              subscriber: {uri: "http://NAME.NS.svc.cluster.local/events/NAME"}
              delivery:
                retry: 5
                backoffPolicy: exponential
                backoffDelay: PT0.5S
                timeout: PT10S
                deadLetterSink: {ref: {apiVersion: eventing.knative.dev/v1alpha1, kind: KafkaSink, name: dlq}}
            ---
            """;

    static EmbeddedKafka kafka;
    static Kafka outside;

    @TempDir
    Path folder;

    final String namespace = "t" + NAMESPACES.incrementAndGet();
    HttpSubscriber subscriber;
    Options options = Options.defaults().withCommitInterval(Duration.ofMillis(200));

    @BeforeAll
    static void startKafka() {
        kafka = EmbeddedKafka.start(EmbeddedKafka.Options.temporary());
        outside = new Kafka(kafka.brokers());
    }

    @AfterAll
    static void stopKafka() {
        outside.close();
        kafka.close();
    }

    @BeforeEach
    void startSubscriber() throws Exception {
        subscriber = new HttpSubscriber();
    }

    @AfterEach
    void stopSubscriber() {
        subscriber.close();
    }

    static String trigger(String name, String type, boolean ordered) {
        return TRIGGER.replace("NAME", name).replace("TYPE", type).replace("ORDER", ordered ? "ordered" : "unordered");
    }

    EventingPlane start(int partitions, String... triggers) throws Exception {
        String yaml = (SYSTEM + String.join("", triggers))
                .replace("NS", namespace)
                .replace("PARTS", Integer.toString(partitions));
        Path file = Files.writeString(folder.resolve("all.yaml"), yaml);
        Manifests manifests = Manifests.load(file, SecretStore.inMemory());
        return EventingPlane.start(manifests, kafka.brokers(), subscriber, options);
    }

    static List<Event> placed(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i ->
                        Events.event("e" + i, "order.placed", Map.of("partitionkey", "k" + i % 7), "{\"n\":" + i + "}"))
                .toList();
    }

    static Set<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "e" + i).collect(Collectors.toSet());
    }

    static Set<String> ids(List<HttpSubscriber.Request> requests) {
        return requests.stream().map(HttpSubscriber.Request::id).collect(Collectors.toSet());
    }

    void send(List<Event> events) throws Exception {
        outside.send(namespace + "-events", events);
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
