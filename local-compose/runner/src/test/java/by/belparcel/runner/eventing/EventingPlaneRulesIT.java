package by.belparcel.runner.eventing;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.runner.manifest.Manifests;
import by.belparcel.runner.manifest.SecretStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Flow, replies, plain records, ingress and ticks. */
class EventingPlaneRulesIT extends EventingPlaneFixture {

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

            assertThat(fast(all))
                    .isEqualTo(IntStream.range(0, count).mapToObj(i -> "e" + i).toList());
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
        Map<String, String> answer =
                Map.of("ce-specversion", "1.0", "ce-id", "r1", "ce-source", "/ship", "ce-type", "order.shipped");
        subscriber.behaves(request ->
                request.path().equals("/events/ship") ? FakeNetwork.reply(200, answer, "") : FakeNetwork.status(204));
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

            HttpSubscriber.Request request =
                    subscriber.await(LIMIT, all -> all.size() == 1).getFirst();

            assertThat(request.body()).isEqualTo("hello");
            assertThat(request.id()).isEqualTo("partition:0/offset:0");
            assertThat(plane.ready()).isTrue();
        }
    }

    @Test
    void answersAtTheIngressAsBrokerAndSinkDo() throws Exception {
        Map<String, String> event =
                Map.of("ce-specversion", "1.0", "ce-id", "e1", "ce-source", "/s", "ce-type", "order.placed");
        String broker = "broker-ingress.knative-eventing.svc.cluster.local";
        String sink = "kafka-sink-ingress.knative-eventing.svc.cluster.local";
        try (EventingPlane plane = start(1, trigger("ship", "order.placed", true))) {
            assertThat(receive(plane, broker, "POST", "/" + namespace + "/default", event))
                    .isEqualTo(202);
            assertThat(receive(plane, broker, "POST", "/" + namespace + "/other", event))
                    .isEqualTo(404);
            assertThat(receive(plane, broker, "GET", "/" + namespace + "/default", event))
                    .isEqualTo(405);
            assertThat(receive(plane, broker, "OPTIONS", "/" + namespace + "/default", event))
                    .isEqualTo(405);
            assertThat(receive(plane, broker, "POST", "/" + namespace + "/default", Map.of()))
                    .isEqualTo(400);
            assertThat(receive(plane, sink, "POST", "/" + namespace + "/dlq", event))
                    .isEqualTo(202);
            assertThat(receive(plane, sink, "POST", "/" + namespace + "/default", event))
                    .isEqualTo(404);
            assertThat(receive(plane, broker, "GET", "/", Map.of("K-Network-Probe", "probe")))
                    .isEqualTo(200);
            subscriber.await(LIMIT, all -> all.size() == 1);
        }
    }

    private static int receive(
            EventingPlane plane, String host, String method, String path, Map<String, String> headers) {
        return plane.ingress()
                .receive(host, method, path, headers, new byte[0])
                .join()
                .status();
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
            assertThat(plane.status().sources())
                    .anyMatch(each -> each.kind().equals("PingSource") && each.delivered() > 1);
        }
    }

    @Test
    void readsATopicAsSoonAsSomebodyCreatesIt() throws Exception {
        String yaml = SYSTEM.replace("NS", namespace).replace("PARTS", "1");
        String topic =
                yaml.substring(yaml.indexOf("apiVersion: kafka.strimzi.io"), yaml.indexOf("apiVersion: sources"));
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
