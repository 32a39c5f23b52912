package by.belparcel.eventing.edge;

import static by.belparcel.eventing.edge.HttpConventionsIT.assertProblem;
import static by.belparcel.eventing.edge.HttpConventionsIT.json;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.edge.security.RawToken;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class AuthenticationIT {

    private static TestEdge edge;

    @BeforeAll
    static void start() {
        edge = TestEdge.start();
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    private static RawToken valid() {
        return RawToken.valid(TestEdge.SECRET, Instant.now());
    }

    private static HttpResponse<String> read(String token) {
        return edge.get("/things/special", "Authorization", "Bearer " + token);
    }

    @Test
    void letsAValidTokenIn() {
        assertThat(read(valid().build()).statusCode()).isEqualTo(200);
    }

    @Test // S-001 to S-029: one shape for every reason
    void answersEveryBadTokenAlike() {
        List<String> bad = List.of(
                valid().header("alg", "\"none\"").build(),
                valid().signedWith("another-secret-of-enough-bytes-0123456789").build(),
                valid().claim("exp", null).build(),
                valid().claim("exp", "1").build(),
                valid().claim("iss", "\"evil\"").build(),
                valid().header("kid", "\"../../etc/passwd\"").build(),
                valid().header("typ", "\"JWT\"").build(),
                "a.b.c",
                "x",
                "eyJ");
        Set<List<String>> shapes = new HashSet<>();
        for (String token : bad) {
            HttpResponse<String> answer = read(token);
            assertProblem(answer, 401, "UNAUTHENTICATED");
            assertThat(answer.headers().firstValue("www-authenticate"))
                    .hasValue("Bearer realm=\"belparcel\", error=\"invalid_token\"");
            assertThat(answer.body()).doesNotContain("eyJ").doesNotContain(token);
            shapes.add(List.of(
                    json(answer).get("detail").asString(),
                    json(answer).propertyNames().toString()));
        }
        assertThat(shapes).hasSize(1);
        assertThat(edge.get("/metrics").body()).contains("belparcel_auth_failures_total{reason=\"alg\"}");
    }

    @Test // section 6: no effect, no idempotency row
    void aBadTokenHasNoEffect() throws SQLException {
        int before = edge.things.effects.get();
        HttpResponse<String> answer = edge.post(
                "/things",
                "{}",
                "Authorization",
                "Bearer " + valid().claim("exp", "1").build(),
                "Idempotency-Key",
                "bad-token-key",
                "Content-Type",
                "application/json");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(edge.things.effects.get()).isEqualTo(before);
        assertThat(rows("select count(*) from eventing.idempotency where key = ?", "bad-token-key"))
                .isZero();
    }

    @Test // S-024
    void neverFollowsALinkInAToken() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "\"http://127.0.0.1:" + listener.getLocalPort() + "/k\"";
            for (String name : List.of("jku", "x5u", "kid", "iss")) {
                assertThat(read(valid().header(name, url).build()).statusCode()).isEqualTo(401);
            }
            listener.setSoTimeout(200);
            org.assertj.core.api.Assertions.assertThatThrownBy(listener::accept)
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test // S-028
    void answersAHugeTokenQuickly() {
        String answer =
                edge.raw("GET /things/special HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                        + valid().claim("pad", "\"" + "a".repeat(12_000) + "\"").build() + "\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 (401|431) .*");
    }

    @Test // S-031
    void takesAnAccessTokenManyTimes() {
        String token = valid().build();
        for (int i = 0; i < 1_000; i++) {
            assertThat(read(token).statusCode()).isEqualTo(200);
        }
    }

    @Test // S-031: after logout
    void refusesARevokedTokenForQueriesAndCommands() throws SQLException {
        Tokens.Issued issued = edge.runtime
                .tokens()
                .issue(
                        Tokens.Kind.ACCESS,
                        new Principal("a", Set.of("operator"), Map.of(), null),
                        Duration.ofMinutes(5));
        assertThat(read(issued.token()).statusCode()).isEqualTo(200);
        rows("insert into eventing.revoked_tokens values (?, now() + interval '1 hour') returning 1", issued.id());
        assertProblem(read(issued.token()), 401, "TOKEN_REVOKED");
        HttpResponse<String> command = edge.post(
                "/things",
                "{}",
                "Authorization",
                "Bearer " + issued.token(),
                "Idempotency-Key",
                "revoked",
                "Content-Type",
                "application/json");
        assertProblem(command, 401, "TOKEN_REVOKED");
        assertThat(command.headers().firstValue("www-authenticate")).isPresent();
    }

    @Test // S-032
    void looksForTheTokenInTheHeaderOnly() {
        String token = valid().build();
        assertThat(edge.get("/things/special", "Cookie", "access_token=" + token)
                        .statusCode())
                .isEqualTo(401);
        assertThat(edge.get("/things/special?access_token=" + token).statusCode())
                .isEqualTo(401);
        assertThat(edge.get("/things/special", "X-Access-Token", token).statusCode())
                .isEqualTo(401);
    }

    @Test // S-033, S-034
    void takesExactlyOneBearerHeader() {
        String token = valid().build();
        List<String> wrong = List.of(
                "Bearer " + token + ", Bearer " + token,
                "Bearer\t" + token,
                "Bearer",
                "Bearer  " + token,
                "Basic YTpi",
                token);
        for (String header : wrong) {
            assertThat(edge.get("/things/special", "Authorization", header).statusCode())
                    .as(header)
                    .isEqualTo(401);
        }
        assertThat(edge.get("/things/special", "Authorization", "Bearer " + token, "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(401);
        assertThat(edge.get("/things/special", "Authorization", "bearer " + token)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void publicRoutesNeedNoTokenButRefuseABadOne() {
        assertThat(edge.post("/open", "{}", "Content-Type", "application/json").statusCode())
                .isEqualTo(201);
        assertThat(edge.post("/open", "{}", "Content-Type", "application/json", "Authorization", "Bearer x")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test // S-050, S-029
    void answersFunctionLevelWith403AndObjectLevelWith404() {
        assertProblem(edge.get("/things/1", "Authorization", "Bearer " + edge.token("guard")), 403, "FORBIDDEN");
        assertProblem(edge.get("/things/1", "Authorization", "Bearer " + edge.token("Operator")), 403, "FORBIDDEN");
        assertProblem(
                edge.get(
                        "/things/1",
                        "Authorization",
                        "Bearer " + valid().claim("role", "[]").build()),
                403,
                "FORBIDDEN");
        assertProblem(
                edge.get("/things/2", "Authorization", "Bearer " + edge.token("shop", "shop_id", "1")),
                404,
                "THING_NOT_FOUND");
        assertThat(edge.get("/things/1", "Authorization", "Bearer " + edge.token("shop", "shop_id", "1"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(edge.get("/things/1", "Authorization", "Bearer " + edge.token("auditor"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test // S-054
    void refusesTheCursorOfSomebodyElse() {
        String mine = json(edge.get("/things", "Authorization", "Bearer " + edge.token("operator")))
                .get("next_cursor")
                .asString();
        String other = "Bearer " + valid().claim("sub", "\"other\"").build();
        assertThat(edge.get("/things?cursor=" + mine, "Authorization", "Bearer " + edge.token("operator"))
                        .statusCode())
                .isEqualTo(200);
        assertProblem(edge.get("/things?cursor=" + mine, "Authorization", other), 400, "CURSOR_MISMATCH");
    }

    @Test // S-083, S-085, R-60: over the limit, with and without a valid token
    void limitsEachCaller() {
        try (TestEdge limited = TestEdge.start("BELPARCEL_EDGE_RATE_LIMITS", "operator=5,anonymous=5")) {
            String token = "Bearer " + limited.token("operator");
            List<Integer> known = new ArrayList<>();
            List<Integer> unknown = new ArrayList<>();
            HttpResponse<String> last = null;
            for (int i = 0; i < 40; i++) {
                last = limited.get("/things/special", "Authorization", token);
                known.add(last.statusCode());
                unknown.add(limited.get("/things/special", "Authorization", "Bearer wrong")
                        .statusCode());
            }
            assertThat(known).contains(200, 429);
            assertThat(unknown).contains(401, 429);
            assertProblem(last, 429, "RATE_LIMITED");
            assertThat(last.headers().firstValue("retry-after")).hasValue("1");
            assertThat(last.headers().firstValue("ratelimit-policy")).hasValue("\"default\";q=5;w=1");
            assertThat(limited.get("/healthz").statusCode()).isEqualTo(200);
        }
    }

    private static long rows(String sql, String parameter) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(TestEdge.postgres().jdbcUrl());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            var result = statement.executeQuery();
            result.next();
            return result.getLong(1);
        }
    }
}
