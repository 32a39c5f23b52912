package by.belparcel.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.embedded.EmbeddedKafka;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record that Kafka refuses stops its key and nothing else. */
final class ParkedKeyIT {

    private static final int BROKER_LIMIT = 60_000;
    /** A drain also makes the retries that are due by its end: none may be, however slow the machine is. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final OutboxBed bed = new OutboxBed();
    private final OutboxDrain drain = bed.drain(OutboxBed.impatient(), point -> {});

    @AfterEach
    void close() {
        bed.close();
    }

    @ParameterizedTest // S-169: refused by the producer itself, and by the broker only
    @ValueSource(ints = {1_200_000, 100_000})
    void aRecordThatIsTooLargeParksItsKeyWhileOthersFlow(int size) throws SQLException {
        EmbeddedKafka.createTopics(
                Servers.KAFKA.brokers(),
                List.of(new NewTopic(bed.topic + ".small", 2, (short) 1)
                        .configs(Map.of(
                                "max.message.bytes",
                                Integer.toString(BROKER_LIMIT),
                                "compression.type",
                                "uncompressed"))));
        String bulky = noise(size);
        try (Connection connection = bed.connect()) {
            connection.setAutoCommit(false);
            for (int n = 1; n <= 50; n++) {
                boolean refused = n == 17;
                bed.append(connection, "key-" + n % 5, n, bed.topic + ".small", refused ? bulky : "{}");
            }
            connection.commit();
        }
        OutboxDrain patient = bed.drain(OutboxLimits.defaults().withBackoff(MINUTE), point -> {});
        assertThat(patient.drain().block()).isEqualTo(50);
        List<Published> published = Published.read(Servers.KAFKA.brokers(), bed.topic + ".small");
        assertThat(published.stream().map(Published::version).sorted())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 50)
                        .filter(n -> n % 5 != 2 || n < 17)
                        .boxed()
                        .toList());
        assertThat(
                        bed.text(
                                "select aggregate_id || ' ' || state || ' ' || attempts || ' ' || reason || ' ' || last_error from eventing.outbox_parked"))
                .startsWith("key-2 RETRYING 1 PUBLISH_FAILED RecordTooLarge");
        assertThat(
                        bed.text(
                                "select string_agg(distinct publishing, ',') from eventing.outbox_log where aggregate_id = 'key-2' and aggregate_version >= 17"))
                .isEqualTo("PARKED");
        assertThat(
                        bed.number(
                                "select count(*) from eventing.outbox_log where publishing = 'PUBLISHED' and published_at is not null"))
                .isEqualTo(43);
        assertThat(patient.nextRetry().block()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(72));
    }

    @RepeatedTest(10) // a batch that Kafka's producer splits would expire now and then
    void aRefusalIsNotTakenForAKafkaThatIsAway() throws SQLException {
        aRecordThatIsTooLargeParksItsKeyWhileOthersFlow(100_000);
    }

    @Test
    void anUnknownTopicParksItsKeysAndTheyAreDeadAfterFiveAttempts() throws SQLException {
        try (Connection connection = bed.connect()) {
            bed.append(connection, "lost", 1, "events.nowhere", "{}");
            bed.append(connection, "fine", 1);
            bed.append(connection, "lost", 2);
        }
        drainUntilNoRetry(drain);
        assertThat(bed.published()).extracting(Published::key).containsExactly("fine");
        assertThat(bed.text("select state || ' ' || attempts from eventing.outbox_parked"))
                .isEqualTo("DEAD 5");
        assertThat(bed.text("select last_error from eventing.outbox_parked")).contains("UnknownTopicOrPartition");
        bed.appendCommitted("lost", 3);
        assertThat(drain.drain().block())
                .as("later events queue behind the dead key")
                .isOne();
        assertThat(bed.number("select count(*) from eventing.outbox_held")).isEqualTo(3);
        assertThat(
                        bed.text(
                                "select string_agg(distinct publishing, ',') from eventing.outbox_log where aggregate_id = 'lost'"))
                .isEqualTo("DEAD");
    }

    @Test
    void aRedriveOfADeadKeyPublishesItsRowsInOrder() throws SQLException {
        chaos("{\"relay_drop_percent\": 100}");
        bed.appendCommitted("a", 1, 2, 3);
        bed.appendCommitted("b", 1);
        drainUntilNoRetry(drain);
        assertThat(bed.text("select state from eventing.outbox_parked order by aggregate_id"))
                .isEqualTo("DEAD\nDEAD");
        bed.execute("delete from eventing.chaos");
        bed.appendCommitted("a", 4);
        drain.drain().block();
        assertThat(bed.published()).isEmpty();
        OutboxRedrive redrive = new OutboxRedrive();
        var database = bed.database(1);
        assertThat(database.inTransaction(tx -> redrive.redrive(tx, "a")).block())
                .isTrue();
        assertThat(database.inTransaction(tx -> redrive.redrive(tx, "a")).block())
                .as("twice")
                .isFalse();
        bed.appendCommitted("a", 5);
        drain.drain().block();
        assertThat(bed.published()).extracting(Published::version).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(bed.text("select aggregate_id from eventing.outbox_parked")).isEqualTo("b");
        assertThat(bed.number("select count(*) from eventing.outbox_held")).isOne();
        assertThat(
                        bed.number(
                                "select count(*) from eventing.outbox_log where aggregate_id = 'a' and publishing = 'PUBLISHED' and published_at is not null"))
                .isEqualTo(5);
    }

    @Test // A3 of the domain: drops and duplicates for a while, then calm
    void chaosDelaysAndRepeatsButLosesNothingAndKeepsTheOrder() throws SQLException {
        chaos("{\"relay_drop_percent\": 30, \"duplicate_percent\": 20, \"delay_ms\": 1}");
        OutboxDrain stubborn = bed.drain(OutboxBed.impatient().withAttempts(50), point -> {});
        for (int version = 1; version <= 10; version++) {
            for (int key = 0; key < 20; key++) {
                bed.appendCommitted("key-" + key, version);
            }
            stubborn.drain().block();
        }
        drainUntilNoRetry(stubborn);
        LogCheck check = bed.check();
        assertThat(check.events()).isEqualTo(200);
        assertThat(check.lost()).isZero();
        assertThat(check.disordered()).isZero();
        assertThat(check.doubled()).isPositive();
        assertThat(bed.number("select max(publish_attempts) from eventing.outbox_log"))
                .isGreaterThan(1);
        assertThat(
                        bed.number(
                                "select (select count(*) from eventing.outbox_parked) + (select count(*) from eventing.outbox_held)"))
                .isZero();
    }

    @Test
    void theKnobIsImpossibleInProduction() throws SQLException {
        chaos("{\"relay_drop_percent\": 100}");
        var database = bed.database(1);
        ChaosKnob knob = new ChaosKnob(database, "production", java.util.random.RandomGenerator.getDefault());
        assertThat(knob.policy().block()).isSameAs(ChaosPolicy.none());
        ChaosKnob elsewhere = new ChaosKnob(database, "local", java.util.random.RandomGenerator.getDefault());
        assertThat(Optional.ofNullable(elsewhere.policy().block()).map(ChaosPolicy::drops))
                .contains(true);
        bed.execute("update eventing.chaos set expires_at = clock_timestamp()");
        assertThat(elsewhere.policy().block()).isSameAs(ChaosPolicy.none());
    }

    @Test // domain 4.4: 1, 2, 4, 8 times the backoff, +-20 %
    void waitsTwiceAsLongAfterEachAttempt() throws SQLException {
        assertThat(OutboxLimits.defaults().backoff()).isEqualTo(Duration.ofSeconds(1));
        chaos("{\"relay_drop_percent\": 100}");
        OutboxDrain patient = bed.drain(OutboxLimits.defaults().withBackoff(MINUTE), point -> {});
        bed.appendCommitted("a", 1);
        for (int attempt = 1; attempt <= 4; attempt++) {
            String before = bed.text("select clock_timestamp()");
            patient.drain().block();
            assertThat(bed.number("select attempts from eventing.outbox_parked"))
                    .isEqualTo(attempt);
            int nominal = 1 << (attempt - 1);
            // Between two readings of the database's clock, so that a machine that stalls changes nothing.
            assertThat(bed.text("""
                    select next_attempt_at between timestamptz '%s' + %d * interval '48 s'
                                               and clock_timestamp() + %d * interval '72 s'
                    from eventing.outbox_parked""".formatted(before, nominal, nominal))).isEqualTo("t");
            bed.execute("update eventing.outbox_parked set next_attempt_at = clock_timestamp()");
        }
    }

    private void chaos(String settings) throws SQLException {
        bed.execute("insert into eventing.chaos (settings, expires_at) values ('" + settings
                + "', clock_timestamp() + interval '1 hour')");
    }

    private static void drainUntilNoRetry(OutboxDrain drain) {
        drain.drain().block();
        for (Duration wait = drain.nextRetry().block();
                wait != null;
                wait = drain.nextRetry().block()) {
            reactor.core.publisher.Mono.delay(wait).then(drain.drain()).block();
        }
    }

    /** JSON text that does not compress to nothing. */
    private static String noise(int size) {
        StringBuilder text = new StringBuilder(size + 20).append("{\"text\":\"");
        java.util.SplittableRandom random = new java.util.SplittableRandom(size);
        while (text.length() < size) {
            text.append(Long.toHexString(random.nextLong()));
        }
        return text.append("\"}").toString();
    }
}
