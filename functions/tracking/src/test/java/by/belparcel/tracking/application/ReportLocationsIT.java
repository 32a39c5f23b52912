package by.belparcel.tracking.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.CloudEventKafka;
import by.belparcel.eventing.envelope.DecodedEvent;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.TestKafka;
import by.belparcel.events.CarrierEvent;
import by.belparcel.events.Topics;
import by.belparcel.tracking.TrackingBed;
import by.belparcel.tracking.TrackingFunctions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** {@code POST /carrier/locations} to a real Kafka. */
class ReportLocationsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("tracking");

    private static FunctionHarness harness;

    @BeforeAll
    static void start() {
        TestKafka.topics(Map.of(Topics.CARRIER_LOCATION, 1));
        harness = FunctionHarness.of(
                POSTGRES.database(), new TrackingFunctions(), Map.of("KAFKA_BROKERS", TestKafka.brokers()));
    }

    private final TrackingBed bed = TrackingBed.onTheRoad(harness);

    private Map<String, Object> fix(long seq, double lat, double lng, Instant at) {
        Map<String, Object> fix = new LinkedHashMap<>();
        fix.put("lat", lat);
        fix.put("lng", lng);
        fix.put("accuracy_m", 8.5);
        fix.put("speed_mps", 12.5);
        fix.put("heading", 93.4);
        fix.put("device_time", at.toString());
        fix.put("seq", seq);
        return fix;
    }

    private Map<String, Object> fix(long seq, long age) {
        return fix(seq, 53.9, 27.56, bed.now().minusSeconds(age));
    }

    private HttpReply send(Object body) {
        return sendAs(Principals.carrier(bed.carrier()), body);
    }

    private static HttpReply sendAs(Principal caller, Object body) {
        return harness.command("reportLocations").as(caller).body(body).send();
    }

    private static List<String> codes(HttpReply reply) {
        List<String> codes = new ArrayList<>();
        reply.json().get("results").forEach(line -> codes.add(line.path("code").asString("ACCEPTED")));
        return codes;
    }

    /** Everything that this carrier's uploads put on the topic. */
    private List<EventEnvelope> published() {
        List<EventEnvelope> found = new ArrayList<>();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", TestKafka.brokers(),
                "key.deserializer", ByteArrayDeserializer.class,
                "value.deserializer", ByteArrayDeserializer.class);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            TopicPartition all = new TopicPartition(Topics.CARRIER_LOCATION, 0);
            consumer.assign(List.of(all));
            consumer.seekToBeginning(List.of(all));
            long end = consumer.endOffsets(List.of(all)).get(all);
            while (consumer.position(all) < end) {
                for (ConsumerRecord<byte[], byte[]> entry : consumer.poll(Duration.ofMillis(200))) {
                    if (new String(entry.key(), StandardCharsets.UTF_8).equals(bed.carrier())) {
                        List<Map.Entry<String, byte[]>> headers = new ArrayList<>();
                        entry.headers().forEach(header -> headers.add(Map.entry(header.key(), header.value())));
                        found.add(((DecodedEvent.Valid) CloudEventKafka.read(headers, entry.value())).envelope());
                    }
                }
            }
        }
        return found;
    }

    @Test // D5
    void sendsAFixToKafkaAsACloudEventThatTheFilterTakes() {
        Map<String, Object> fix = fix(1, 20);
        fix.put("carrier_id", "somebody else");
        fix.put("trip_id", "some trip");

        HttpReply reply = send(fix);

        assertThat(reply.status()).isEqualTo(202);
        assertThat(codes(reply)).containsExactly("ACCEPTED");
        assertThat(published()).singleElement().satisfies(event -> {
            assertThat(event.metadata().partitionKey()).isEqualTo(bed.carrier());
            assertThat(event.metadata().type()).isEqualTo("by.belparcel.carrier.location.reported.v1");
            JsonNode data = Json.mapper().readTree(event.data());
            assertThat(data.get("carrier_id").asString()).isEqualTo(bed.carrier());
            assertThat(data.has("trip_id")).isFalse();
            assertThat(harness.deliver("judgeFixOnLocationReported", event).status())
                    .isEqualTo(204);
        });
        assertThat(bed.latest()).containsExactly("20");
    }

    @Test // the newest first, then the backlog oldest-first
    void sendsTheMarkerBeforeItsHistory() {
        send(Map.of("fixes", List.of(fix(1, 120), fix(3, 60), fix(2, 90), fix(4, 30))));

        assertThat(published())
                .extracting(
                        event -> Json.mapper().readTree(event.data()).get("seq").asInt())
                .containsExactly(4, 1, 2, 3);
    }

    @Test // the table of bad inputs, row by row
    void namesWhatIsWrongWithEachEntryAndTakesTheOthers() {
        List<Map<String, Object>> fixes = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            fixes.add(fix(i, 600 - 30L * i));
        }
        fixes.get(0).put("lat", 91);
        fixes.get(1).put("lng", 181);
        fixes.get(2).put("lat", "NaN");
        fixes.get(3).put("lng", "27.5");
        fixes.get(4).remove("device_time");
        fixes.get(5).put("device_time", "2026-11-20T08:00:00");
        fixes.get(6).put("accuracy_m", -1);
        fixes.get(7).put("heading", 361);
        fixes.get(8).put("speed_mps", -0.1);
        fixes.get(9).put("source", "guess");
        fixes.get(10).put("seq", -1);
        fixes.get(11).put("colour", "red");
        fixes.get(12).put("lat", 0);
        fixes.get(12).put("lng", 0);

        HttpReply reply = send(Map.of("fixes", fixes));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(codes(reply))
                .containsExactly(
                        "INVALID_FIX",
                        "INVALID_FIX",
                        "INVALID_FIX",
                        "INVALID_FIX",
                        "VALIDATION_FAILED",
                        "VALIDATION_FAILED",
                        "VALIDATION_FAILED",
                        "VALIDATION_FAILED",
                        "VALIDATION_FAILED",
                        "VALIDATION_FAILED",
                        "VALIDATION_FAILED",
                        "VALIDATION_FAILED",
                        "INVALID_FIX",
                        "ACCEPTED");
        assertThat(reply.json().get("accepted").asInt()).isEqualTo(1);
        assertThat(published()).hasSize(1);
    }

    @Test // a carrier with two telephones, or one that tries again: one upload in five seconds goes on
    void takesOneOfManyUploadsThatComeTogether() {
        List<Integer> statuses = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> send(fix(i, 20 + 10L * i)).status())
                .toList();

        assertThat(statuses).containsOnlyOnce(202);
        assertThat(statuses.stream().filter(status -> status == 429)).hasSize(11);
        assertThat(published()).hasSize(1);
    }

    @Test // D12
    void refusesARequestWhoseOnlyFixIsNoPlace() {
        HttpReply single = send(fix(1, 91, 27, bed.now()));
        HttpReply listed = send(Map.of("fixes", List.of(fix(1, 53.9, 181, bed.now()))));

        assertThat(single.status()).isEqualTo(400);
        assertThat(single.code()).isEqualTo("INVALID_FIX");
        assertThat(listed.code()).isEqualTo("INVALID_FIX");
        assertThat(published()).isEmpty();
    }

    @Test
    void refuses501FixesAndTakes500() {
        List<Map<String, Object>> fixes = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            fixes.add(fix(i, 3000 - 5L * i));
        }
        HttpReply tooMany = send(Map.of("fixes", fixes));
        assertThat(tooMany.status()).isEqualTo(413);
        assertThat(tooMany.code()).isEqualTo("TOO_MANY_FIXES");
        assertThat(published()).isEmpty();

        HttpReply most = send(Map.of("fixes", fixes.subList(0, 500)));
        assertThat(most.status()).isEqualTo(202);
        assertThat(most.json().get("accepted").asInt()).isEqualTo(500);
        assertThat(Json.mapper().writeValueAsBytes(Map.of("fixes", fixes)).length)
                .isLessThan(256 * 1024);
    }

    @Test // D11
    void refusesADeactivatedAndAnUnknownCarrier() {
        bed.does(
                "barCarrierOnCarrierDeactivated",
                new CarrierEvent.Deactivated(bed.carrier(), "lost licence", "admin:1", false, bed.now()),
                2);

        HttpReply deactivated = send(fix(1, 20));
        HttpReply unknown = sendAs(Principals.carrier("nobody"), fix(1, 20));

        assertThat(deactivated.status()).isEqualTo(403);
        assertThat(deactivated.code()).isEqualTo("CARRIER_INACTIVE");
        assertThat(unknown.code()).isEqualTo("CARRIER_INACTIVE");
        assertThat(published()).isEmpty();
    }

    @Test
    void saysThatNobodyWantsPositionsWithoutATrip() {
        TrackingBed idle = TrackingBed.planned(harness);

        HttpReply reply = sendAs(Principals.carrier(idle.carrier()), fix(1, 20));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(codes(reply)).containsExactly("NOT_IN_TRANSIT");
    }

    @Test // the trip of the position is the one that was driven then
    void sendsOnlyWhatWasDriven() {
        HttpReply reply = send(Map.of("fixes", List.of(fix(1, 2 * 3600), fix(2, 20))));

        assertThat(codes(reply)).containsExactly("NOT_IN_TRANSIT", "ACCEPTED");
        assertThat(published()).hasSize(1);
    }

    @Test
    void refusesUploadsThatComeTooOften() {
        assertThat(send(fix(1, 20)).status()).isEqualTo(202);

        HttpReply soon = send(fix(2, 10));

        assertThat(soon.status()).isEqualTo(429);
        assertThat(soon.code()).isEqualTo("RATE_LIMITED");
        assertThat(soon.json().get("retry_after").asInt()).isBetween(1, 5);
        assertThat(published()).hasSize(1);
    }

    @Test // a simulated carrier lives faster
    void dividesTheIntervalByTheTimeScale() {
        bed.knowsCarrier(bed.carrier(), true, 60, 2);
        POSTGRES.database()
                .execute(
                        "update tracking.carrier set upload_at = now() - interval '100 milliseconds' where carrier_id = ?",
                        bed.carrier());

        assertThat(send(fix(1, 20)).status()).isEqualTo(202);
    }

    @Test
    void refusesTokensThatBelongToNoCarrier() {
        assertThat(sendAs(Principals.service("importer"), fix(1, 20)).status()).isEqualTo(403);
        assertThat(sendAs(Principals.operator(), fix(1, 20)).status()).isEqualTo(403);
        assertThat(sendAs(Principal.ANONYMOUS, fix(1, 20)).status()).isEqualTo(403);
    }

    @Test
    void answers503WithoutKafkaAndRemembersNothing() {
        FunctionHarness without = TrackingBed.harness(POSTGRES.database(), new TrackingFunctions());

        HttpReply reply = without.command("reportLocations")
                .as(Principals.carrier(bed.carrier()))
                .body(fix(1, 20))
                .send();

        assertThat(reply.status()).isEqualTo(503);
        assertThat(send(fix(1, 20)).status()).as("the turn was not taken").isEqualTo(202);
    }

    @Test
    void refusesAnEmptyList() {
        assertThat(send(Map.of("fixes", List.of())).code()).isEqualTo("VALIDATION_FAILED");
        assertThat(send(Map.of("fixes", 3)).code()).isEqualTo("VALIDATION_FAILED");
    }
}
