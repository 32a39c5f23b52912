package by.belparcel.eventing.edge;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.Json;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class HttpConventionsIT {

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

    @Test // H-25
    void answersACommandWithLocationEtagAndBody() {
        HttpResponse<String> answer = edge.command("/things", "{\"name\":\"Книга\"}", "operator");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("location"))
                .hasValueSatisfying(l -> assertThat(l).startsWith("/things/"));
        assertThat(answer.headers().firstValue("etag")).hasValue("\"v1\"");
        assertThat(answer.body()).contains("Книга");
        assertThat(edge.emitted.getLast().metadata().actor()).isEqualTo("operator:subject-1");
    }

    @Test // H-04
    void replaysTheAnswerOfAKnownKey() {
        String key = UUID.randomUUID().toString();
        String[] headers = {"Authorization", bearer(), "Idempotency-Key", key, "Content-Type", "application/json"};
        HttpResponse<String> first = edge.post("/things", "{\"name\":\"a\"}", headers);
        HttpResponse<String> second = edge.post("/things", "{ \"name\" : \"a\" }", headers);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("idempotency-replayed")).hasValue("true");
    }

    @Test
    void prefersFixedWordsToVariables() {
        assertThat(edge.get("/things/special", "Authorization", bearer()).body())
                .contains("Особая посылка");
        assertThat(edge.get("/things/other", "Authorization", bearer()).body()).contains("\"id\":\"other\"");
    }

    @Test // H-22
    void declaresUtf8Json() {
        HttpResponse<String> answer = edge.get("/things/special", "Authorization", bearer());
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    }

    @Test // H-23
    void answersHeadLikeGetWithoutABody() {
        HttpResponse<String> get = edge.get("/things/special", "Authorization", bearer());
        HttpResponse<String> head = edge.send("HEAD", "/things/special", null, "Authorization", bearer());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("content-length"))
                .isEqualTo(get.headers().firstValue("content-length"));
    }

    @ParameterizedTest // S-055
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "TRACE", "BREW"})
    void refusesOtherMethodsWithAllow(String method) {
        int before = edge.things.effects.get();
        HttpResponse<String> answer = edge.send(method, "/things", null, "X-HTTP-Method-Override", "POST");

        assertProblem(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.headers().firstValue("allow")).hasValue("GET, HEAD, OPTIONS, POST");
        assertThat(edge.things.effects.get()).isEqualTo(before);
    }

    @Test // S-138: answered requests and refused ones share a connection
    void losesNoRequestOnAConnectionThatIsReused() {
        String bearer = bearer();
        for (int i = 0; i < 300; i++) {
            assertThat(edge.get("/things?limit=1", "Authorization", bearer).statusCode())
                    .isEqualTo(200);
            assertThat(edge.get("/things?limt=1", "Authorization", bearer).statusCode())
                    .isEqualTo(400);
            assertThat(edge.post("/things", "{}", "Content-Type", "application/json")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(edge.get("/none").statusCode()).isEqualTo(404);
            assertThat(edge.get("/healthz").statusCode()).isEqualTo(200);
        }
    }

    @Test // S-055
    void ignoresMethodOverride() {
        HttpResponse<String> answer = edge.send(
                "DELETE", "/things/special", null, "X-HTTP-Method-Override", "GET", "Authorization", bearer());
        assertProblem(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(edge.send("HEAD", "/open", null).statusCode()).isEqualTo(405);
    }

    @ParameterizedTest // S-056
    @ValueSource(
            strings = {
                "//things",
                "/things//special",
                "/./things",
                "/things/../things",
                "/things/%2e%2e/things",
                "/things;jsessionid=1",
                "/things/",
                "/Things",
                "/things%2Fspecial",
                "/things/%2e",
                "/%74hings",
                "/things/a%00",
                "/things/%c0%ae%c0%ae",
                "/things/..%c0%af",
                "/things/%e2%80%a4%e2%80%a4/x",
                "/things\\special",
                "/things/%",
                "/things/%zz",
                "/unknown"
            })
    void knowsOnlyOneWayToWriteAPath(String path) {
        String answer = edge.raw(
                "GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + bearer() + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 40[04] .*");
        assertThat(answer).contains("\"code\":");
    }

    @ParameterizedTest // S-173, S-176
    @ValueSource(
            strings = {
                "/makeThing",
                "/makeThing,getThing",
                "/makeThing%7CgetThing",
                "/functionRouter",
                "/functionCatalog",
                "/getThing/1",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/shutdown",
                "/actuator/gateway",
                "/favicon.ico"
            })
    void reachesNoFunctionByName(String path) {
        assertProblem(edge.get(path, "Authorization", bearer()), 404, "NOT_FOUND");
        assertProblem(edge.post(path, "{}", "Content-Type", "application/json"), 404, "NOT_FOUND");
    }

    @Test
    void refusesUnknownAndRepeatedParameters() {
        assertThat(edge.get("/things?limit=1", "Authorization", bearer()).statusCode())
                .isEqualTo(200);
        HttpResponse<String> unknown = edge.get("/things?limt=1", "Authorization", bearer());
        assertProblem(unknown, 400, "VALIDATION_FAILED");
        assertThat(unknown.body()).contains("/query/limt");
        assertProblem(edge.get("/things?limit=1&limit=2", "Authorization", bearer()), 400, "VALIDATION_FAILED");
        assertProblem(edge.get("/things?limit=%C0%AE", "Authorization", bearer()), 400, "VALIDATION_FAILED");
    }

    @Test // H-24
    void tellsNothingOfAnInternalErrorButItsId() {
        HttpResponse<String> answer = edge.get("/broken", "Authorization", bearer());
        assertProblem(answer, 500, "INTERNAL_ERROR");
        assertThat(answer.body())
                .doesNotContain("jdbc")
                .doesNotContain("SELECT")
                .doesNotContain("IllegalArgument");
        assertThat(json(answer).get("trace_id").asString())
                .isEqualTo(answer.headers().firstValue("x-trace-id").orElseThrow());
    }

    @Test // H-20
    void titlesAreInTheClientsLanguageAndCodesAreNot() {
        assertThat(json(edge.get("/none", "Accept-Language", "ru")).get("title").asString())
                .isEqualTo("Не найдено");
        assertThat(json(edge.get("/none", "Accept-Language", "en;q=0.5, be"))
                        .get("title")
                        .asString())
                .isEqualTo("Не знойдзена");
        assertThat(json(edge.get("/none")).get("title").asString()).isEqualTo("Not found");
        assertThat(json(edge.get("/none", "Accept-Language", "ru")).get("code").asString())
                .isEqualTo("NOT_FOUND");
    }

    @Test // S-135
    void allowsExactlyTheListedOrigins() {
        HttpResponse<String> good = edge.send(
                "OPTIONS",
                "/things",
                null,
                "Origin",
                "https://panel.belparcel.by",
                "Access-Control-Request-Method",
                "POST");
        assertThat(good.statusCode()).isEqualTo(204);
        assertThat(good.body()).isEmpty();
        assertThat(good.headers().firstValue("access-control-allow-origin")).hasValue("https://panel.belparcel.by");
        assertThat(good.headers().firstValue("access-control-allow-methods"))
                .hasValueSatisfying(m -> assertThat(m).contains("POST"));
        assertThat(good.headers().firstValue("vary")).hasValue("Origin");
        for (String origin : List.of(
                "null",
                "https://panel.belparcel.by.evil.example",
                "https://evil.panel.belparcel.by",
                "https://panel.belparcel.by:444",
                "http://panel.belparcel.by")) {
            HttpResponse<String> bad = edge.send("OPTIONS", "/things", null, "Origin", origin);
            assertThat(bad.headers().firstValue("access-control-allow-origin")).isEmpty();
            HttpResponse<String> answer = edge.get("/things/special", "Origin", origin, "Authorization", bearer());
            assertThat(answer.headers().firstValue("access-control-allow-origin"))
                    .isEmpty();
        }
    }

    @Test // S-174, S-172
    void ignoresHeadersOfTheFunctionFramework() {
        int before = edge.things.effects.get();
        HttpResponse<String> answer = edge.get(
                "/things/special",
                "Authorization",
                bearer(),
                "spring.cloud.function.definition",
                "makeThing",
                "spring.cloud.function.routing-expression",
                "T(java.lang.Runtime).getRuntime().exec('true')",
                "payload",
                "[1,2]");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(edge.things.effects.get()).isEqualTo(before);
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("spring"));
    }

    @Test // H-09: nothing reaches a handler without a key
    void demandsAKeyForCommands() {
        HttpResponse<String> answer =
                edge.post("/things", "{}", "Authorization", bearer(), "Content-Type", "application/json");
        assertProblem(answer, 400, "IDEMPOTENCY_KEY_REQUIRED");
    }

    static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.propertyNames())
                .contains("type", "title", "status", "detail", "code", "trace_id", "correlation_id", "retryable");
        assertThat(problem.get("type").asString()).isEqualTo("https://belparcel.by/problems/" + code);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Json.mapper().readTree(answer.body());
    }
}
