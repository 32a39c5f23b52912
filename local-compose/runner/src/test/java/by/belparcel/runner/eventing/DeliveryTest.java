package by.belparcel.runner.eventing;

import static by.belparcel.runner.eventing.FakeNetwork.reply;
import static by.belparcel.runner.eventing.FakeNetwork.status;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.runner.eventing.Delivery.Outcome;
import by.belparcel.runner.manifest.BackoffPolicy;
import by.belparcel.runner.manifest.DeliveryPolicy;
import by.belparcel.runner.serving.ClusterNetwork.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {

    private static final URI SUBSCRIBER = URI.create("http://ship.shop.svc.cluster.local/events/ship");
    private static final URI DLQ = URI.create("http://kafka-sink-ingress.knative-eventing.svc.cluster.local/shop/dlq");
    private static final int RETRY = 3;

    private record Published(String topic, Event event, int hops) {}

    private final FakeNetwork network = new FakeNetwork();
    private final Counters counters = new Counters();
    private final Stop stop = new Stop();
    private final List<Published> published = new ArrayList<>();
    private boolean kafkaIsDown;

    private Outcome trigger(@Nullable URI deadLetterSink) {
        return deliver(deadLetterSink, new BrokerReplies(this::publish, "broker"), 0);
    }

    private CompletableFuture<Void> publish(String topic, Event event, boolean structured, int hops) {
        if (kafkaIsDown) {
            return CompletableFuture.failedFuture(new IllegalStateException("down"));
        }
        published.add(new Published(topic, event, hops));
        return CompletableFuture.completedFuture(null);
    }

    private Outcome deliver(@Nullable URI deadLetterSink, ReplyRule replies, int hops) {
        DeliveryPolicy policy = new DeliveryPolicy(
                deadLetterSink, RETRY, BackoffPolicy.EXPONENTIAL, Duration.ofMillis(1), Duration.ofSeconds(7));
        Delivery.Route route = new Delivery.Route("Trigger shop/ship", "shop", SUBSCRIBER, policy, replies);
        return new Delivery(route, network, Options.defaults(), stop, counters).deliver(Events.placed("1"), hops);
    }

    @ParameterizedTest
    @CsvSource({
        "200, 1, DELIVERED",
        "201, 1, DELIVERED",
        "202, 1, DELIVERED",
        "204, 1, DELIVERED",
        "100, 1, DEAD_LETTERED",
        "301, 1, DEAD_LETTERED",
        "304, 1, DEAD_LETTERED",
        "400, 1, DEAD_LETTERED",
        "401, 1, DEAD_LETTERED",
        "403, 1, DEAD_LETTERED",
        "410, 1, DEAD_LETTERED",
        "413, 1, DEAD_LETTERED",
        "422, 1, DEAD_LETTERED",
        "404, 4, DEAD_LETTERED",
        "408, 4, DEAD_LETTERED",
        "409, 4, DEAD_LETTERED",
        "429, 4, DEAD_LETTERED",
        "500, 4, DEAD_LETTERED",
        "501, 4, DEAD_LETTERED",
        "503, 4, DEAD_LETTERED",
        "599, 4, DEAD_LETTERED",
        "0, 4, DEAD_LETTERED"
    })
    void treatsEachAnswerAsTheTableSays(int status, int attempts, Outcome outcome) {
        network.answer(SUBSCRIBER, status(status)).answer(DLQ, status(202));

        assertThat(trigger(DLQ)).isEqualTo(outcome);

        assertThat(network.to(SUBSCRIBER)).hasSize(attempts);
        assertThat(counters.retried.sum()).isEqualTo(attempts - 1);
        assertThat(network.to(DLQ)).hasSize(outcome == Outcome.DELIVERED ? 0 : 1);
    }

    @Test
    void ignoresRetryAfter() {
        network.answer(SUBSCRIBER, reply(503, Map.of("retry-after", "3600"), ""), status(204));

        assertThat(trigger(DLQ)).isEqualTo(Outcome.DELIVERED);
    }

    @Test
    void tellsTheDeadLetterSinkWhatHappened() {
        String body = "x".repeat(1500);
        network.answer(SUBSCRIBER, reply(422, Map.of("Kne-Reason-Code", "poison"), body))
                .answer(DLQ, status(202));

        assertThat(trigger(DLQ)).isEqualTo(Outcome.DEAD_LETTERED);

        Map<String, String> headers = network.to(DLQ).getFirst().headers();
        assertThat(headers)
                .containsEntry("ce-id", "1")
                .containsEntry("ce-knativeerrordest", SUBSCRIBER.toString())
                .containsEntry("ce-knativeerrorcode", "422")
                .containsEntry("ce-reasoncode", "poison");
        assertThat(Base64.getDecoder().decode(headers.get("ce-knativeerrordata")))
                .isEqualTo(Arrays.copyOf(body.getBytes(StandardCharsets.UTF_8), 1024));
        assertThat(counters.dead.sum()).isEqualTo(1);
    }

    @Test // nobody answered, so there is neither code nor data
    void namesOnlyTheDestinationWhenNobodyAnswered() {
        network.answer(SUBSCRIBER, status(0)).answer(DLQ, status(202));

        assertThat(trigger(DLQ)).isEqualTo(Outcome.DEAD_LETTERED);

        assertThat(network.to(DLQ).getFirst().headers().keySet().stream().filter(each -> each.contains("knativeerror")))
                .containsExactly("ce-knativeerrordest");
    }

    @Test
    void losesTheEventLoudlyWhenTheDeadLetterSinkFailsToo() {
        network.answer(SUBSCRIBER, status(400)).answer(DLQ, status(503));

        assertThat(trigger(DLQ)).isEqualTo(Outcome.LOST);

        assertThat(network.to(DLQ)).hasSize(RETRY + 1);
        assertThat(counters.lost.sum()).isEqualTo(1);
    }

    @Test
    void losesTheEventWithoutADeadLetterSink() {
        network.answer(SUBSCRIBER, status(400));

        assertThat(trigger(null)).isEqualTo(Outcome.LOST);
        assertThat(counters.lost.sum()).isEqualTo(1);
    }

    @ParameterizedTest // any 2xx with ce headers is a reply
    @ValueSource(ints = {200, 201, 202})
    void publishesAReplyToTheBrokersTopic(int status) {
        Map<String, String> headers =
                Map.of("Ce-Specversion", "1.0", "Ce-Id", "r", "Ce-Source", "/s", "Ce-Type", "order.shipped");
        network.answer(SUBSCRIBER, reply(status, headers, ""));

        assertThat(trigger(DLQ)).isEqualTo(Outcome.DELIVERED);

        assertThat(published).singleElement().satisfies(each -> {
            assertThat(each.topic()).isEqualTo("broker");
            assertThat(each.event().get("type")).isEqualTo("order.shipped");
            assertThat(each.hops()).isEqualTo(1);
        });
    }

    @Test // 200 with a body that is no event
    void takesABodyThatIsNoEventForAFailureWithoutRetry() {
        network.answer(SUBSCRIBER, reply(200, Map.of("content-type", "application/json"), "{}"))
                .answer(DLQ, status(202));

        assertThat(trigger(DLQ)).isEqualTo(Outcome.DEAD_LETTERED);

        assertThat(network.to(SUBSCRIBER)).hasSize(1);
        assertThat(network.to(DLQ).getFirst().headers()).doesNotContainKey("ce-knativeerrorcode");
    }

    @Test
    void deadLettersWhenTheReplyCannotBePublished() {
        kafkaIsDown = true;
        Map<String, String> headers =
                Map.of("ce-specversion", "1.0", "ce-id", "r", "ce-source", "/s", "ce-type", "order.shipped");
        network.answer(SUBSCRIBER, reply(200, headers, "")).answer(DLQ, status(202));

        assertThat(trigger(DLQ)).isEqualTo(Outcome.DEAD_LETTERED);
    }

    @Test // rule 3: the dead-letter sink's answer passes the same handler
    void takesABodyOfTheDeadLetterSinkForItsFailure() {
        network.answer(SUBSCRIBER, status(400)).answer(DLQ, reply(200, Map.of(), "thanks"));

        assertThat(trigger(DLQ)).isEqualTo(Outcome.LOST);
    }

    @Test
    void endsALoopOfReplies() {
        Map<String, String> headers =
                Map.of("ce-specversion", "1.0", "ce-id", "r", "ce-source", "/s", "ce-type", "order.placed");
        network.answer(SUBSCRIBER, reply(200, headers, ""));

        assertThat(deliver(DLQ, new BrokerReplies(this::publish, "broker"), BrokerReplies.MOST_HOPS))
                .isEqualTo(Outcome.DELIVERED);
        assertThat(published).isEmpty();
    }

    @Test // a KafkaSource does not look at answers
    void discardsRepliesOfASource() {
        network.answer(SUBSCRIBER, reply(200, Map.of(), "anything"));

        assertThat(deliver(DLQ, ReplyRule.discard(), 0)).isEqualTo(Outcome.DELIVERED);
    }

    @Test
    void sendsBinaryModeWithTheHeadersOfTheDataPlane() {
        network.answer(SUBSCRIBER, status(204));

        trigger(DLQ);

        FakeNetwork.Post post = network.posts.getFirst();
        assertThat(post.headers())
                .containsEntry("prefer", "reply")
                .containsEntry("kn-namespace", "shop")
                .containsEntry("content-type", "application/json")
                .containsEntry("ce-partitionkey", "k-1");
        assertThat(post.timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(post.body()).asString().isEqualTo("{\"n\":1}");
    }

    @Test
    void givesTheEventBackWhenTheRunnerStops() {
        network.answer(SUBSCRIBER, status(503));
        stop.now();

        assertThat(trigger(DLQ)).isEqualTo(Outcome.UNFINISHED);
        assertThat(network.to(DLQ)).isEmpty();
    }

    @Test
    void countsTheFirstBytesOfABinaryAnswer() {
        byte[] body = {0, -1, 7};
        network.answer(SUBSCRIBER, new Reply(400, Map.of(), body)).answer(DLQ, status(202));

        trigger(DLQ);

        assertThat(network.to(DLQ).getFirst().headers())
                .containsEntry("ce-knativeerrordata", Base64.getEncoder().encodeToString(body));
    }
}
