package by.belparcel.eventing.edge;

import static by.belparcel.eventing.edge.HttpConventionsIT.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EventsIT {

    private static final String PATH = "/events/note-thing";
    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static TestEdge edge;

    @BeforeAll
    static void start() {
        edge = TestEdge.start();
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    private static Map<String, String> event() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce-specversion", "1.0");
        headers.put("ce-id", UUID.randomUUID().toString());
        headers.put("ce-source", "/belparcel/test");
        headers.put("ce-type", "by.belparcel.thing.made.v1");
        headers.put("ce-subject", "t1");
        headers.put("ce-time", "2026-11-20T10:00:00.000Z");
        headers.put("ce-partitionkey", "t1");
        headers.put("ce-sequence", "0000000001");
        headers.put("ce-correlationid", "flow-1");
        headers.put("ce-causationid", "cause-1");
        headers.put("ce-traceparent", TRACEPARENT);
        headers.put("content-type", "application/json");
        return headers;
    }

    private static HttpResponse<String> deliver(Map<String, String> headers, String body) {
        List<String> flat = new ArrayList<>();
        headers.forEach((name, value) -> {
            flat.add(name);
            flat.add(value);
        });
        return edge.post(PATH, body, flat.toArray(String[]::new));
    }

    @Test // S-170, R-60: an empty acknowledgement, so that no reply becomes an event
    void acknowledgesWithNothing() {
        Map<String, String> event = event();
        int before = edge.things.effects.get();
        HttpResponse<String> answer = deliver(event, "{\"thing_id\":\"t1\",\"name\":\"a\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.startsWith("ce-"))
                .doesNotContain("content-type", "traceparent", "uri");
        assertThat(edge.things.effects.get()).isEqualTo(before + 1);
    }

    @Test
    void acknowledgesADuplicateWithoutASecondEffect() {
        Map<String, String> event = event();
        int before = edge.things.effects.get();
        assertThat(deliver(event, "{\"thing_id\":\"t1\",\"name\":\"a\"}").statusCode())
                .isEqualTo(204);
        assertThat(deliver(event, "{\"thing_id\":\"t1\",\"name\":\"a\"}").statusCode())
                .isEqualTo(204);
        assertThat(edge.things.effects.get()).isEqualTo(before + 1);
    }

    @Test // H-55: the trace of the event goes on in what the handler emits
    void continuesTheTraceAndCorrelationOfTheEvent() {
        deliver(event(), "{\"thing_id\":\"t9\",\"name\":\"a\"}");
        var emitted = edge.emitted.getLast().metadata();
        assertThat(emitted.traceparent())
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                .isNotEqualTo(TRACEPARENT);
        assertThat(emitted.correlationId()).isEqualTo("flow-1");
    }

    @ParameterizedTest // S-164, section 4.4: what can never work is not retried
    @CsvSource({
        "ce-specversion, 0.3, 400",
        "ce-specversion, 2.0, 400",
        "ce-id, '', 400",
        "ce-type, by.belparcel.other.v1, 422",
        "ce-time, yesterday, 400",
        "ce-bad_name, x, 400"
    })
    void refusesWhatCanNeverWork(String name, String value, int status) {
        Map<String, String> event = event();
        event.put(name, value);
        int before = edge.things.effects.get();
        HttpResponse<String> answer = deliver(event, "{\"thing_id\":\"t1\",\"name\":\"a\"}");
        assertPoison(answer, status);
        assertThat(edge.things.effects.get()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "[{\"thing_id\":\"t1\"}]", "{", "{}", "null", "\"text\""})
    void refusesPayloadsThatAreNotTheEvent(String body) {
        assertPoison(deliver(event(), body), 400);
    }

    @Test // S-165
    void readsStructuredModeAndRefusesBatches() {
        String structured = "{\"specversion\":\"1.0\",\"id\":\"" + UUID.randomUUID()
                + "\",\"source\":\"/belparcel/test\",\"type\":\"by.belparcel.thing.made.v1\",\"subject\":\"t1\",\"partitionkey\":\"t1\","
                + "\"time\":\"2026-11-20T10:00:00Z\",\"sequence\":\"0000000001\",\"correlationid\":\"c\",\"causationid\":\"c\","
                + "\"datacontenttype\":\"application/json\",\"data\":{\"thing_id\":\"t1\",\"name\":\"a\"}}";
        HttpResponse<String> one = edge.post(PATH, structured, "Content-Type", "application/cloudevents+json");
        assertThat(one.statusCode()).as(one.body()).isEqualTo(204);
        HttpResponse<String> batch =
                edge.post(PATH, "[" + structured + "]", "Content-Type", "application/cloudevents-batch+json");
        assertPoison(batch, 415);
    }

    @Test // S-169
    void refusesAnOversizedEvent() {
        String body = "{\"thing_id\":\"t1\",\"name\":\"" + "a".repeat(1_000_000) + "\"}";
        assertThat(edge.raw(
                        "POST " + PATH + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                                + body.length() + "\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test // section 4.4: the first KiB travels with the dead letter
    void keepsEveryRefusalShortWithTheCodeFirst() {
        Map<String, String> event = event();
        event.put("ce-type", "by.belparcel." + "long.".repeat(200) + "v1");
        HttpResponse<String> answer = deliver(event, "{}");
        assertThat(answer.statusCode()).isIn(400, 422);
        assertThat(answer.body()).startsWith("{\"code\":\"").hasSizeLessThan(1024);
    }

    @Test
    void otherMethodsOnAnEventPathAreRefused() {
        assertThat(edge.get(PATH).statusCode()).isEqualTo(405);
        assertThat(edge.send("PUT", PATH, "{}").statusCode()).isEqualTo(405);
        assertThat(edge.post("/events/noteThing", "{}").statusCode()).isEqualTo(404);
        assertThat(edge.post("/events/make-thing", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void aTickTakesAnyBodyAsAHint() {
        int before = edge.things.ticks.get();
        assertThat(edge.post("/events/tick-things", "").statusCode()).isEqualTo(204);
        assertThat(edge.post("/events/tick-things", "{\"a\":1}", "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(204);
        assertThat(edge.things.ticks.get()).isEqualTo(before + 2);
    }

    @Test // S-162
    void asksForASignatureWhenASecretIsConfigured() {
        try (TestEdge signed = TestEdge.start("BELPARCEL_EDGE_EVENTS_SECRET", "shared-secret")) {
            HttpResponse<String> answer = signed.post("/events/tick-things", "{}");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(signed.things.ticks).hasValue(0);
            assertThat(signed.post("/events/tick-things", "{}", "X-BelParcel-Signature", hmac("shared-secret", "{}"))
                            .statusCode())
                    .isEqualTo(204);
        }
    }

    private static void assertPoison(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).startsWith("{\"code\":\"").hasSizeLessThan(1024);
        assertThat(json(answer).get("retryable").asBoolean()).isFalse();
    }

    private static String hmac(String secret, String body) {
        try {
            javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
            mac.init(new javax.crypto.spec.SecretKeySpec(
                    secret.getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA256"));
            return java.util.HexFormat.of()
                    .formatHex(mac.doFinal(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest // what the keeper of dead letters refused would come back to it for ever
    @CsvSource({
        "ce-time, yesterday",
        "ce-time, 1971-01-01T00:00:00Z",
        "ce-time, +999999999-12-31T23:59:59Z",
        "ce-sequence, -1",
        "ce-source, no uri",
        "ce-specversion, 0.3",
        "ce-foo_bar, x",
        "content-type, text/plain",
        "content-type, application/cloudevents-batch+json",
    })
    void theKeeperOfDeadLettersTakesWhatNobodyElseTakes(String header, String value) {
        Map<String, String> event = event();
        event.put(header, value);
        List<String> flat = new ArrayList<>();
        event.forEach((name, text) -> {
            flat.add(name);
            flat.add(text);
        });
        int before = edge.things.kept.size();

        HttpResponse<String> answer = edge.post("/events/keep-thing", "no JSON", flat.toArray(String[]::new));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(edge.things.kept).hasSize(before + 1);
    }

    @Test
    void theKeeperOfDeadLettersTakesALargeRecordWithoutAnyAttribute() {
        int before = edge.things.kept.size();

        HttpResponse<String> answer = edge.post("/events/keep-thing", "x".repeat(1024 * 1024));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(edge.things.kept).hasSize(before + 1);
    }
}
