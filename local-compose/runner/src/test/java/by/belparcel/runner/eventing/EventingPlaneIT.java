package by.belparcel.runner.eventing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import by.belparcel.embedded.EmbeddedKafka;
import by.belparcel.runner.manifest.Manifests;
import by.belparcel.runner.manifest.SecretStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
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
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventingPlaneIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final AtomicInteger NAMESPACES = new AtomicInteger();

    private static final String SYSTEM = """
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

    private static final String TRIGGER = """
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

    private static EmbeddedKafka kafka;
    private static Kafka outside;

    @TempDir
    Path folder;

    private final String namespace = "t" + NAMESPACES.incrementAndGet();
    private HttpSubscriber subscriber;
    private Options options = Options.defaults().withCommitInterval(Duration.ofMillis(200));

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

    private static String trigger(String name, String type, boolean ordered) {
        return TRIGGER.replace("NAME", name).replace("TYPE", type).replace("ORDER", ordered ? "ordered" : "unordered");
    }

    private EventingPlane start(int partitions, String... triggers) throws Exception {
        String yaml = (SYSTEM + String.join("", triggers))
                .replace("NS", namespace)
                .replace("PARTS", Integer.toString(partitions));
        Path file = Files.writeString(folder.resolve("all.yaml"), yaml);
        Manifests manifests = Manifests.load(file, SecretStore.inMemory());
        return EventingPlane.start(manifests, kafka.brokers(), subscriber, options);
    }

    private static List<Event> placed(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Events.event(
                        "e" + i, "order.placed", Map.of("partitionkey", "k" + i % 7), "{\"n\":" + i + "}"))
                .toList();
    }

    private static Set<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "e" + i).collect(Collectors.toSet());
    }

    private static Set<String> ids(List<HttpSubscriber.Request> requests) {
        return requests.stream().map(HttpSubscriber.Request::id).collect(Collectors.toSet());
    }

    private void send(List<Event> events) throws Exception {
        outside.send(namespace + "-events", events);
    }

    @Test
    void bringsARecordThroughSourceBrokerAndTriggerToItsSubscriber() throws Exception {
        try (EventingPlane plane = start(2, trigger("ship", "order.placed", true))) {
            send(placed(0, 1));
            HttpSubscriber.Request request = subscriber.await(LIMIT, all -> all.size() == 1).getFirst();

            assertThat(request.host()).isEqualTo("ship." + namespace + ".svc.cluster.local");
            assertThat(request.path()).isEqualTo("/events/ship");
            assertThat(request.body()).isEqualTo("{\"n\":0}");
            assertThat(request.headers())
                    .containsEntry("ce-type", "order.placed")
                    .containsEntry("ce-partitionkey", "k0")
                    .containsEntry("ce-knativekafkaoffset", "0")
                    .containsKey("ce-knativekafkapartition")
                    .containsEntry("prefer", "reply")
                    .containsEntry("kn-namespace", namespace);
            assertThat(plane.ready()).isTrue();
        }
    }

    @Test // within 10 % of delay·2^n, here a tenth of PT0.5S; the next event of the partition waits
    void retriesInOrderWithTheFormulaAndThenGoesToTheDeadLetterSink() throws Exception {
        options = options.withDelayScale(0.1);
        subscriber.behaves(request -> FakeNetwork.status(request.id().equals("e0") ? 503 : 204));
        try (EventingPlane plane = start(1, trigger("ship", "order.placed", true))) {
            send(placed(0, 2));
            List<HttpSubscriber.Request> requests = subscriber.await(LIMIT, all -> all.size() == 7);

            assertThat(requests.subList(0, 6)).allMatch(each -> each.id().equals("e0"));
            assertThat(requests.get(6).id()).isEqualTo("e1");
            for (int n = 1; n <= 5; n++) {
                double millis = (requests.get(n).nanos() - requests.get(n - 1).nanos()) / 1e6;
                double expected = 50 * Math.pow(2, n);
                assertThat(millis).isCloseTo(expected, within(expected * 0.1 + 15));
            }
            assertThat(outside.read(namespace + "-dlq", 1, LIMIT)).singleElement().satisfies(dead -> assertThat(
                            dead.attributes())
                    .containsEntry("id", "e0")
                    .containsEntry("knativeerrorcode", "503"));
            assertThat(plane.status().triggers().getFirst().dead()).isEqualTo(1);
            assertThat(plane.status().triggers().getFirst().retried()).isEqualTo(5);
        }
    }

    @Test
    void sendsWhatCanNeverWorkToTheDeadLetterSinkAtOnce() throws Exception {
        subscriber.behaves(request -> FakeNetwork.reply(422, Map.of(), "{\"why\":\"no\"}"));
        try (EventingPlane plane = start(1, trigger("ship", "order.placed", true))) {
            send(placed(0, 1));

            Event dead = outside.read(namespace + "-dlq", 1, LIMIT).getFirst();

            assertThat(dead.attributes())
                    .containsEntry("knativeerrorcode", "422")
                    .containsEntry("knativeerrordest", "http://ship." + namespace + ".svc.cluster.local/events/ship");
            assertThat(Base64.getDecoder().decode(dead.get("knativeerrordata")))
                    .isEqualTo("{\"why\":\"no\"}".getBytes(StandardCharsets.UTF_8));
            assertThat(subscriber.requests()).hasSize(1);
            assertThat(plane.status().lost()).isZero();
        }
    }

    @Test // kill at any moment: what was acknowledged comes again, never less than once
    void losesNothingWhenTheDispatcherIsKilledAgainAndAgain() throws Exception {
        String trigger = trigger("ship", "order.placed", true);
        start(4, trigger).close(); // the group has its place before the first event
        send(placed(0, 400));
        for (int round = 1; round <= 3; round++) {
            int seen = subscriber.requests().size();
            EventingPlane plane = start(4, trigger);
            subscriber.await(LIMIT, all -> all.size() >= seen + 60);
            plane.abandon();
        }
        try (EventingPlane plane = start(4, trigger)) {
            subscriber.await(LIMIT, all -> ids(all).size() == 400);
            assertThat(plane.status().lost()).isZero();
        }
        assertThat(ids(subscriber.requests())).isEqualTo(ids(0, 400));
        firstComings(subscriber.requests()).values().forEach(numbers -> assertThat(numbers).isSorted());
    }

    /** By key: the numbers of the events in the order in which each came for the first time. */
    private static Map<String, List<Integer>> firstComings(List<HttpSubscriber.Request> requests) {
        Set<String> seen = new HashSet<>();
        return requests.stream()
                .filter(each -> seen.add(each.id()))
                .collect(Collectors.groupingBy(
                        each -> each.headers().getOrDefault("ce-partitionkey", ""),
                        Collectors.mapping(
                                each -> Integer.valueOf(each.id().substring(1)), Collectors.toList())));
    }

    @Test // an orderly end commits: nothing comes twice
    void goesOnExactlyWhereItStopped() throws Exception {
        String trigger = trigger("ship", "order.placed", true);
        try (EventingPlane plane = start(2, trigger)) {
            send(placed(0, 50));
            subscriber.await(LIMIT, all -> all.size() == 50);
            assertThat(plane.ready()).isTrue();
        }
        try (EventingPlane plane = start(2, trigger)) {
            send(placed(50, 60));
            subscriber.await(LIMIT, all -> ids(all).size() == 60);
            assertThat(plane.ready()).isTrue();
        }
        assertThat(subscriber.requests()).hasSize(60);
    }

    @Test
    void resumesByItselfAfterTheBrokerWasKilledAndCameBack() throws Exception {
        try (EventingPlane plane = start(2, trigger("ship", "order.placed", true))) {
            send(placed(0, 20));
            subscriber.await(LIMIT, all -> all.size() >= 10);
            kafka.kill();
            kafka.restart();
            send(placed(20, 40));

            subscriber.await(Duration.ofSeconds(60), all -> ids(all).equals(ids(0, 40)));

            assertThat(plane.status().lost()).isZero();
        }
    }

    @Test // the first call may still finish after the retry has begun
    void triesAgainAfterTheTimeout() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        subscriber.behaves(request -> {
            if (calls.incrementAndGet() == 1) {
                await(open);
            }
            return FakeNetwork.status(204);
        });
        String trigger = trigger("ship", "order.placed", true).replace("PT10S", "PT0.3S");
        try (EventingPlane plane = start(1, trigger)) {
            send(placed(0, 2));
            List<HttpSubscriber.Request> requests = subscriber.await(LIMIT, all -> all.size() == 3);
            open.countDown();

            assertThat(requests).extracting(HttpSubscriber.Request::id).containsExactly("e0", "e0", "e1");
            assertThat(plane.status().triggers().getFirst().retried()).isEqualTo(1);
        }
    }

    @Test // the markers of transactions stand in the topic too, and must neither be waited for nor counted as lag
    void readsCommittedTransactionsOnly() throws Exception {
        try (EventingPlane plane = start(1, trigger("ship", "order.placed", true));
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.brokers(), "transactional.id", namespace),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.initTransactions();
            transaction(producer, placed(0, 2), true);
            transaction(producer, placed(2, 4), false);
            transaction(producer, placed(4, 5), true);

            List<HttpSubscriber.Request> requests = subscriber.await(LIMIT, all -> all.size() >= 3);

            assertThat(requests).extracting(HttpSubscriber.Request::id).containsExactly("e0", "e1", "e4");
            await(() -> plane.status().sources().getFirst().lag() == 0);
        }
    }

    private void transaction(KafkaProducer<byte[], byte[]> producer, List<Event> events, boolean commit) {
        producer.beginTransaction();
        events.forEach(event -> producer.send(KafkaFormat.write(namespace + "-events", event, false, 0)));
        producer.flush();
        if (commit) {
            producer.commitTransaction();
        } else {
            producer.abortTransaction();
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    void letsASlowTriggerNotHoldUpAnother() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        subscriber.behaves(request -> {
            if (request.path().equals("/events/slow")) {
                await(open);
            }
            return FakeNetwork.status(204);
        });
        int count = 3 * Lane.CAPACITY;
        try (EventingPlane plane =
                start(1, trigger("slow", "order.placed", true), trigger("fast", "order.placed", true))) {
            send(placed(0, count));
            subscriber.await(LIMIT, all -> fast(all).size() == count);
            assertThat(plane.status().triggers().getFirst().lag()).isEqualTo(count);
            open.countDown();

            List<HttpSubscriber.Request> all = subscriber.await(LIMIT, each -> each.size() == 2 * count);

            assertThat(fast(all)).isEqualTo(IntStream.range(0, count).mapToObj(i -> "e" + i).toList());
            assertThat(all.stream()
                            .filter(each -> each.path().equals("/events/slow"))
                            .map(HttpSubscriber.Request::id))
                    .isEqualTo(fast(all));
        }
    }

    private static List<String> fast(List<HttpSubscriber.Request> requests) {
        return requests.stream()
                .filter(each -> each.path().equals("/events/fast"))
                .map(HttpSubscriber.Request::id)
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void keepsUpToFiftyDeliveriesInFlightWhenUnordered() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        subscriber.behaves(request -> {
            await(open);
            return FakeNetwork.status(204);
        });
        try (EventingPlane plane = start(1, trigger("ship", "order.placed", false))) {
            send(placed(0, 80));
            subscriber.await(LIMIT, all -> all.size() == Subscription.MOST_IN_FLIGHT);
            assertThat(plane.status().triggers().getFirst().inFlight()).isEqualTo(Subscription.MOST_IN_FLIGHT);
            open.countDown();
            subscriber.await(LIMIT, all -> ids(all).size() == 80);
        }
    }

    @Test
    void publishesRepliesToTheBroker() throws Exception {
        Map<String, String> answer = Map.of(
                "ce-specversion", "1.0", "ce-id", "r1", "ce-source", "/ship", "ce-type", "order.shipped");
        subscriber.behaves(request -> request.path().equals("/events/ship")
                ? FakeNetwork.reply(200, answer, "")
                : FakeNetwork.status(204));
        try (EventingPlane plane =
                start(1, trigger("ship", "order.placed", true), trigger("tell", "order.shipped", true))) {
            send(placed(0, 1));

            List<HttpSubscriber.Request> requests = subscriber.await(LIMIT, all -> all.size() == 2);

            assertThat(requests.get(1).path()).isEqualTo("/events/tell");
            assertThat(requests.get(1).id()).isEqualTo("r1");
            assertThat(plane.ready()).isTrue();
        }
    }

    @Test
    void startsANewTriggerAtTheEndOfTheTopic() throws Exception {
        try (EventingPlane plane = start(1, trigger("ship", "order.placed", true))) {
            send(placed(0, 5));
            subscriber.await(LIMIT, all -> all.size() == 5);
            assertThat(plane.ready()).isTrue();
        }
        try (EventingPlane plane =
                start(1, trigger("ship", "order.placed", true), trigger("late", "order.placed", true))) {
            send(placed(5, 6));
            subscriber.await(LIMIT, all -> all.size() == 7);
            assertThat(plane.ready()).isTrue();
        }
        assertThat(subscriber.requests().stream()
                        .filter(each -> each.path().equals("/events/late"))
                        .map(HttpSubscriber.Request::id))
                .containsExactly("e5");
    }

    @Test // the plain record reaches the subscriber's Trigger only if it asks for that type
    void makesEventsOfPlainRecords() throws Exception {
        try (EventingPlane plane = start(1, trigger("ship", "dev.knative.kafka.event", true));
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", kafka.brokers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>(namespace + "-events", "k", "hello"))
                    .get();

            HttpSubscriber.Request request = subscriber.await(LIMIT, all -> all.size() == 1).getFirst();

            assertThat(request.body()).isEqualTo("hello");
            assertThat(request.id()).isEqualTo("partition:0/offset:0");
            assertThat(plane.ready()).isTrue();
        }
    }

    @Test
    void answersAtTheIngressAsBrokerAndSinkDo() throws Exception {
        Map<String, String> event = Map.of(
                "ce-specversion", "1.0", "ce-id", "e1", "ce-source", "/s", "ce-type", "order.placed");
        String broker = "broker-ingress.knative-eventing.svc.cluster.local";
        String sink = "kafka-sink-ingress.knative-eventing.svc.cluster.local";
        try (EventingPlane plane = start(1, trigger("ship", "order.placed", true))) {
            assertThat(receive(plane, broker, "POST", "/" + namespace + "/default", event)).isEqualTo(202);
            assertThat(receive(plane, broker, "POST", "/" + namespace + "/other", event)).isEqualTo(404);
            assertThat(receive(plane, broker, "GET", "/" + namespace + "/default", event)).isEqualTo(405);
            assertThat(receive(plane, broker, "OPTIONS", "/" + namespace + "/default", event)).isEqualTo(405);
            assertThat(receive(plane, broker, "POST", "/" + namespace + "/default", Map.of())).isEqualTo(400);
            assertThat(receive(plane, sink, "POST", "/" + namespace + "/dlq", event)).isEqualTo(202);
            assertThat(receive(plane, sink, "POST", "/" + namespace + "/default", event)).isEqualTo(404);
            assertThat(receive(plane, broker, "GET", "/", Map.of("K-Network-Probe", "probe"))).isEqualTo(200);
            subscriber.await(LIMIT, all -> all.size() == 1);
        }
    }

    private static int receive(
            EventingPlane plane, String host, String method, String path, Map<String, String> headers) {
        return plane.ingress().receive(host, method, path, headers, new byte[0]).join().status();
    }

    @Test
    void ticksThroughTheBroker() throws Exception {
        options = options.withPingJitter(false);
        String ping = """
                apiVersion: sources.knative.dev/v1
                kind: PingSource
                metadata: {name: tick, namespace: NS}
                spec:
                  schedule: "* * * * * *"
                  data: '{"tick":true}'
                  contentType: application/json
                  sink: {ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: default}}
                ---
                """;
        try (EventingPlane plane = start(1, trigger("ship", "dev.knative.sources.ping", true), ping)) {
            List<HttpSubscriber.Request> ticks = subscriber.await(LIMIT, all -> all.size() == 3);

            Set<String> ids = new HashSet<>(ids(ticks));
            assertThat(ids).hasSize(3);
            assertThat(ticks.getFirst().body()).isEqualTo("{\"tick\":true}");
            assertThat(plane.status().sources()).anyMatch(each -> each.kind().equals("PingSource") && each.delivered() > 1);
        }
    }

    @Test
    void readsATopicAsSoonAsSomebodyCreatesIt() throws Exception {
        String yaml = SYSTEM.replace("NS", namespace).replace("PARTS", "1");
        String topic = yaml.substring(yaml.indexOf("apiVersion: kafka.strimzi.io"), yaml.indexOf("apiVersion: sources"));
        Path file = Files.writeString(
                folder.resolve("all.yaml"),
                yaml.replace(topic, "") + trigger("ship", "order.placed", true).replace("NS", namespace));
        try (EventingPlane plane = EventingPlane.start(
                Manifests.load(file, SecretStore.inMemory()), kafka.brokers(), subscriber, options)) {
            assertThat(plane.ready()).isFalse();
            assertThat(plane.status().missingTopics()).containsExactly(namespace + "-events");
            kafka.createTopics(Map.of(namespace + "-events", 1));
            send(placed(0, 1));

            subscriber.await(LIMIT, all -> all.size() == 1);

            assertThat(plane.ready()).isTrue();
        }
    }
}
