package by.belparcel.eventing.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TraceHeadersIT {

    private static final String UUID_FORM = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String PARENT_TRACE = "0af76519-16cd-43dd-8448-eb211c80319c";
    private static final String TRACE = "11111111-2222-4333-8444-555555555555";
    private static final String CORRELATION = "99999999-2222-4333-8444-555555555555";
    private static TestEdge edge;

    @BeforeAll
    static void start() {
        edge = TestEdge.start();
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    static Stream<Arguments> combinations() {
        List<Arguments> all = new ArrayList<>();
        for (String parent : List.of(PARENT, "00-zz-1-01", "")) {
            for (String trace : List.of(TRACE, "<script>", "")) {
                for (String correlation : List.of(CORRELATION, "a b", "")) {
                    all.add(Arguments.of(parent, trace, correlation));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest // H-55 to H-59: 27 combinations
    @MethodSource("combinations")
    void followsTheRulesForEveryCombination(String parent, String trace, String correlation) {
        List<String> headers = new ArrayList<>();
        add(headers, "traceparent", parent);
        add(headers, "X-Trace-ID", trace);
        add(headers, "X-Correlation-ID", correlation);
        add(headers, "Content-Type", "application/json");
        HttpResponse<String> answer = edge.post("/open", "{}", headers.toArray(String[]::new));

        String traceId = answer.headers().firstValue("x-trace-id").orElseThrow();
        String correlationId = answer.headers().firstValue("x-correlation-id").orElseThrow();
        String expected = parent.equals(PARENT) ? PARENT_TRACE : trace.equals(TRACE) ? TRACE : null;
        assertThat(traceId).matches(UUID_FORM);
        assertThat(correlationId).matches(UUID_FORM);
        if (expected != null) {
            assertThat(traceId).isEqualTo(expected);
        } else {
            assertThat(traceId).isNotIn(PARENT_TRACE, TRACE);
        }
        if (correlation.equals(CORRELATION)) {
            assertThat(correlationId).isEqualTo(CORRELATION);
        } else {
            assertThat(correlationId).isNotEqualTo(CORRELATION);
        }
        var emitted = edge.emitted.getLast().metadata();
        assertThat(emitted.traceparent()).startsWith("00-" + traceId.replace("-", "") + "-");
        assertThat(emitted.correlationId()).isEqualTo(correlationId);
    }

    @ParameterizedTest // S-130
    @ValueSource(
            strings = {
                "%0d%0aSet-Cookie: a=b",
                "<script>alert(1)</script>",
                "\u001b[31mred",
                "\"quoted\"",
                "${jndi:ldap://x}",
                "a\"}{\"b",
                "' or 1=1--"
            })
    void neverReflectsAnInvalidId(String value) {
        String answer = edge.raw("GET /none HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Trace-ID: " + value
                + "\r\nX-Correlation-ID: " + value + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 40").doesNotContain(value);
    }

    @Test // S-130
    void replacesLongEmojiAndDoubledIds() {
        for (String value : List.of("a".repeat(65), "a".repeat(10_000), "\u00f0\u009f\u0098\u0080")) {
            String answer = edge.raw(
                    "GET /none HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Correlation-ID: " + value + "\r\n\r\n");
            assertThat(answer).doesNotContain(value).containsPattern("x-correlation-id: " + UUID_FORM);
        }
        String id = UUID.randomUUID().toString();
        String twice = edge.raw("GET /none HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Trace-ID: " + id
                + "\r\nX-Trace-ID: " + id + "\r\n\r\n");
        assertThat(twice).doesNotContain(id);
        assertThat(edge.get("/metrics").body()).contains("belparcel_invalid_trace_headers_total");
    }

    @ParameterizedTest // S-131
    @ValueSource(
            strings = {
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-extra"
            })
    void ignoresAnInvalidTraceparent(String parent) {
        assertThat(edge.get("/none", "traceparent", parent).headers().firstValue("x-trace-id"))
                .hasValueSatisfying(id -> assertThat(id).isNotEqualTo(PARENT_TRACE));
    }

    @Test
    void echoesBothOnEveryAnswer() {
        for (HttpResponse<String> answer : List.of(
                edge.get("/none"),
                edge.get("/healthz"),
                edge.get("/readyz"),
                edge.get("/things"),
                edge.send("PUT", "/things", "x"),
                edge.send("OPTIONS", "/things", null))) {
            assertThat(answer.headers().firstValue("x-trace-id")).isPresent();
            assertThat(answer.headers().firstValue("x-correlation-id")).isPresent();
        }
        String malformed = edge.raw("NONSENSE\r\n\r\n");
        assertThat(malformed).contains("x-trace-id: ").contains("x-correlation-id: ");
    }

    private static void add(List<String> headers, String name, String value) {
        if (!value.isEmpty()) {
            headers.add(name);
            headers.add(value);
        }
    }
}
