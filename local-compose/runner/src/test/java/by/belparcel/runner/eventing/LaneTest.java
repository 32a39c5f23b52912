package by.belparcel.runner.eventing;

import static by.belparcel.runner.eventing.FakeNetwork.status;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.runner.manifest.BackoffPolicy;
import by.belparcel.runner.manifest.DeliveryPolicy;
import by.belparcel.runner.serving.ClusterNetwork;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final List<Runnable> tasks = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private final AtomicInteger wakes = new AtomicInteger();
    private final Stop stop = new Stop();

    private Lane lane(boolean ordered) {
        Counters counters = new Counters();
        DeliveryPolicy policy = new DeliveryPolicy(null, 0, BackoffPolicy.LINEAR, Duration.ZERO, Duration.ofSeconds(1));
        ClusterNetwork network = (url, headers, body, timeout) -> {
            sent.add(String.valueOf(headers.get("ce-knativekafkaoffset")));
            return CompletableFuture.completedFuture(status(204));
        };
        Delivery delivery = new Delivery(
                new Delivery.Route("s", "shop", URI.create("http://x"), policy, ReplyRule.discard()),
                network,
                Options.defaults(),
                stop,
                counters);
        Subscription subscription = new Subscription(
                "s",
                "g",
                List.of("t"),
                Subscription.Start.EARLIEST,
                ordered,
                item -> item.event().filter(event -> !"skip".equals(event.get("type"))),
                delivery,
                counters,
                tasks::add,
                stop);
        return subscription.open(new TopicPartition("t", 0), 10, wakes::incrementAndGet);
    }

    private static Item item(long offset, String type) {
        Event event = Events.event("e" + offset, type, Map.of(), "{}");
        return new Item(
                new ConsumerRecord<>(
                        "t",
                        0,
                        offset,
                        0,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        (byte[]) null,
                        (byte[]) null,
                        new RecordHeaders(),
                        Optional.empty()),
                Optional.of(event));
    }

    @Test
    void commitsOnlyWhatIsContiguouslyDone() {
        Lane lane = lane(false);
        lane.offer(item(10, "a"));
        lane.offer(item(11, "a"));
        lane.offer(item(13, "a"));

        tasks.get(1).run();
        assertThat(lane.committable()).isEqualTo(10);
        tasks.get(0).run();
        assertThat(lane.committable()).isEqualTo(13);
        tasks.get(2).run();
        assertThat(lane.committable()).isEqualTo(14);
    }

    @Test
    void passesOverWhatItHadAndWhatIsNotForIt() {
        Lane lane = lane(true);

        assertThat(lane.offer(item(9, "a"))).isTrue();
        assertThat(lane.offer(item(10, "skip"))).isTrue();
        lane.advance(15);

        assertThat(tasks).isEmpty();
        assertThat(lane.committable()).isEqualTo(15);
        assertThat(lane.wanted()).isEqualTo(15);
    }

    @Test
    void deliversInOrderOneAfterTheOther() {
        Lane lane = lane(true);
        lane.offer(item(10, "a"));
        lane.offer(item(11, "a"));

        assertThat(tasks).hasSize(1);
        tasks.getFirst().run();

        assertThat(sent).containsExactly("10", "11");
    }

    @Test
    void takesNothingWhileItIsFullAndWakesTheReaderWhenHalfEmpty() {
        Lane lane = lane(false);
        for (int i = 0; i < Lane.CAPACITY; i++) {
            assertThat(lane.offer(item(10 + i, "a"))).isTrue();
        }

        assertThat(lane.offer(item(10 + Lane.CAPACITY, "a"))).isFalse();
        assertThat(lane.wanted()).isNull();
        tasks.subList(0, Lane.CAPACITY / 2 - 1).forEach(Runnable::run);
        assertThat(wakes).hasValue(0);
        tasks.get(Lane.CAPACITY / 2 - 1).run();

        assertThat(wakes).hasValue(1);
        assertThat(lane.wanted()).isEqualTo(10L + Lane.CAPACITY);
    }

    @Test
    void keepsTheOffsetOfWhatTheStopInterrupted() {
        Lane lane = lane(true);
        lane.offer(item(10, "a"));
        stop.now();

        tasks.getFirst().run();

        assertThat(sent).isEmpty();
        assertThat(lane.committable()).isEqualTo(10);
    }
}
