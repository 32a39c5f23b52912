package by.belparcel.runner.eventing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** What is retried, repeated or dead-lettered, and what survives a kill. */
class EventingPlaneIT extends EventingPlaneFixture {

    @Test
    void bringsARecordThroughSourceBrokerAndTriggerToItsSubscriber() throws Exception {
        try (EventingPlane plane = start(2, trigger("ship", "order.placed", true))) {
            send(placed(0, 1));
            HttpSubscriber.Request request =
                    subscriber.await(LIMIT, all -> all.size() == 1).getFirst();

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
            assertThat(outside.read(namespace + "-dlq", 1, LIMIT))
                    .singleElement()
                    .satisfies(dead -> assertThat(dead.attributes())
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
        firstComings(subscriber.requests())
                .values()
                .forEach(numbers -> assertThat(numbers).isSorted());
    }

    /** By key: the numbers of the events in the order in which each came for the first time. */
    private static Map<String, List<Integer>> firstComings(List<HttpSubscriber.Request> requests) {
        Set<String> seen = new HashSet<>();
        return requests.stream()
                .filter(each -> seen.add(each.id()))
                .collect(Collectors.groupingBy(
                        each -> each.headers().getOrDefault("ce-partitionkey", ""),
                        Collectors.mapping(each -> Integer.valueOf(each.id().substring(1)), Collectors.toList())));
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
}
