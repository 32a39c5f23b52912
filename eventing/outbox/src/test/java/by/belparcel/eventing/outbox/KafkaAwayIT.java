package by.belparcel.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.embedded.EmbeddedKafka;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R-40, R-79c: without Kafka every row keeps waiting and no key is punished. */
final class KafkaAwayIT {

    private final OutboxBed bed = new OutboxBed();

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void aKafkaThatIsAwayLeavesEveryRowWaiting() throws SQLException {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Options.temporary())) {
            kafka.createTopics(Map.of(bed.topic, 2));
            OutboxDrain drain = bed.drain(OutboxLimits.defaults(), point -> {}, bed.producer(kafka.brokers()));
            bed.appendCommitted("a", 1);
            assertThat(drain.drain().block()).isOne();
            kafka.kill();
            bed.appendCommitted("a", 2, 3);
            assertThat(failure(drain)).isInstanceOf(OutboxUnavailable.class);
            assertThat(failure(bed.drain(OutboxLimits.defaults(), point -> {}, bed.producer(kafka.brokers()))))
                    .as("a producer that never saw the broker")
                    .isInstanceOf(OutboxUnavailable.class);
            assertThat(bed.number("select count(*) from eventing.outbox_parked"))
                    .isZero();
            assertThat(bed.text("select publishing from eventing.outbox_log order by seq"))
                    .isEqualTo("PUBLISHED\nWAITING\nWAITING");
            kafka.restart();
            kafka.createTopics(Map.of(bed.topic, 2));
            assertThat(drain.drain().retry(5).block()).isEqualTo(2);
            List<Published> published = Published.read(kafka.brokers(), bed.topic);
            assertThat(published.stream().map(Published::version).distinct()).containsExactly(1L, 2L, 3L);
        }
    }

    private static Throwable failure(OutboxDrain drain) {
        return drain.drain()
                .<Throwable>map(rows -> new AssertionError("drained " + rows))
                .onErrorResume(reactor.core.publisher.Mono::just)
                .block();
    }
}
