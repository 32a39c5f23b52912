package by.belparcel.eventing.edge;

import static by.belparcel.eventing.edge.HttpConventionsIT.assertProblem;
import static by.belparcel.eventing.edge.HttpConventionsIT.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies, sizes and malformed requests. */
final class HttpBodiesIT {

    private static TestEdge edge;

    @BeforeAll
    static void start() {
        edge = TestEdge.start("BELPARCEL_EDGE_CORS_ORIGINS", "https://panel.belparcel.by");
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    private static String bearer() {
        return "Bearer " + edge.token("operator");
    }

    @ParameterizedTest // S-080, S-175
    @ValueSource(
            strings = {
                "text/plain",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded",
                "application/json; charset=utf-16"
            })
    void takesNothingButJson(String type) {
        HttpResponse<String> answer =
                edge.post("/things", "{}", "Authorization", bearer(), "Idempotency-Key", "k", "Content-Type", type);
        assertProblem(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test // S-080
    void takesNoEncodedBody() {
        HttpResponse<String> answer = edge.post(
                "/things",
                "{}",
                "Authorization",
                bearer(),
                "Content-Type",
                "application/json",
                "Content-Encoding",
                "gzip");
        assertProblem(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test // S-175
    void answersNoEventStream() {
        HttpResponse<String> answer =
                edge.get("/things/special", "Authorization", bearer(), "Accept", "text/event-stream");
        assertProblem(answer, 406, "NOT_ACCEPTABLE");
    }

    @ParameterizedTest // S-171, S-082
    @ValueSource(
            strings = {
                "",
                "[]",
                "[{\"name\":\"a\"},{\"name\":\"b\"}]",
                "\"a\"",
                "1",
                "null",
                "{\"name\":",
                "{\"name\":\"a\"}{}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{'name':'a'}",
                "{\"name\":1e999999}",
                "\u0000",
                "\u0000{\u0000}"
            })
    void refusesBodiesThatAreNotOneObject(String body) {
        int before = edge.things.effects.get();
        HttpResponse<String> answer = edge.command("/things", body, "operator");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("code").asString()).isIn("MALFORMED_BODY", "VALIDATION_FAILED");
        assertThat(edge.things.effects.get()).isEqualTo(before);
    }

    @Test // S-082, limits of section 8
    void refusesDeepNesting() {
        String deep = "{\"name\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        HttpResponse<String> refused = edge.command("/things", deep, "operator");
        assertProblem(refused, 400, "MALFORMED_BODY");
        assertThat(json(refused).get("detail").asString()).contains("32 levels");
        String atLimit = "{\"other\":" + "[".repeat(31) + "]".repeat(31) + "}";
        assertProblem(edge.command("/things", atLimit, "operator"), 400, "UNKNOWN_FIELD");
    }

    @Test // H-21
    void namesAllInvalidFieldsAtOnce() {
        HttpResponse<String> answer = edge.command("/things", "{\"name\":1,\"__proto__\":{},\"id\":7}", "operator");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer)
                        .get("errors")
                        .valueStream()
                        .map(e -> e.get("pointer").asString()))
                .containsExactlyInAnyOrder("/name", "/__proto__", "/id");
    }

    @Test // section 8: JSON body 64 KiB
    void refusesALargeBodyBeforeReadingIt() {
        String head = "POST /things HTTP/1.1\r\nHost: x\r\nAuthorization: " + bearer()
                + "\r\nIdempotency-Key: big\r\nContent-Type: application/json\r\nContent-Length: 65537\r\n\r\n";
        String answer = edge.raw(head);
        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains("BODY_TOO_LARGE")
                .containsIgnoringCase("connection: close");
    }

    @Test // S-080
    void refusesALargeChunkedBody() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", edge.port())) {
            socket.setSoTimeout(3_000);
            socket.getOutputStream()
                    .write(("POST /things HTTP/1.1\r\nHost: x\r\nAuthorization: " + bearer()
                                    + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("4000\r\n" + " ".repeat(0x4000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 5; i++) {
                socket.getOutputStream().write(chunk);
            }
            assertThat(TestEdge.readAll(socket.getInputStream())).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test // section 8: at the limit
    void takesABodyOfExactlyTheLimit() {
        String body = "{\"name\":\"a\"" + " ".repeat(65_536 - 12) + "}";
        assertThat(body).hasSize(65_536);
        assertThat(edge.command("/things", body, "operator").statusCode()).isEqualTo(201);
    }

    @Test // section 8: URL 4 KB
    void refusesALongUrl() {
        String answer = edge.raw("GET /" + "a".repeat(5_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 414 ").contains("URI_TOO_LONG").contains("application/problem+json");
    }

    @Test // section 8: headers 16 KB
    void refusesLargeHeaders() {
        String answer = edge.raw("GET /things HTTP/1.1\r\nHost: x\r\nX-Big: " + "a".repeat(17_000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 431 ").contains("HEADERS_TOO_LARGE");
    }

    @ParameterizedTest // S-138, H-20
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET /things HTTP/1.1\r\nHost: x\r\nBad Header: y\r\n\r\n",
                "POST /things HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "GET /things HTTP/1.1\r\nHost: x\r\nContent-Length : 0\r\n\r\n"
            })
    void answersMalformedHttpWithAProblemAndCloses(String request) {
        String answer = edge.raw(request);
        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json")
                .containsIgnoringCase("connection: close");
    }
}
