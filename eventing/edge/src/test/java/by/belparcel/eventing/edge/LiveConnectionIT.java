package by.belparcel.eventing.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Limits, heartbeat and ends of live connections. */
class LiveConnectionIT {

    private static LiveEdge edge;

    @BeforeAll
    static void start() {
        edge = LiveEdge.start();
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @Test // S-125
    void takesTextOnly() throws Exception {
        LiveSocket socket = edge.open("binary");
        assertThat(socket.next()).startsWith("hello");
        socket.sendBinary();

        assertThat(socket.code()).isEqualTo(1003);
    }

    @Test // S-125, quality section 8: at the limit and one beyond
    void takesFramesOf64KiBAndNoMore() throws Exception {
        LiveSocket socket = edge.open("large");
        assertThat(socket.next()).startsWith("hello");
        socket.send("a".repeat(64 * 1024));
        assertThat(socket.next()).hasSize(64 * 1024);
        socket.sendAnyway("a".repeat(64 * 1024 + 1));

        assertThat(socket.code()).isEqualTo(1009);
    }

    @Test // S-125, quality section 8: sixty a minute
    void takesSixtyFramesAMinute() throws Exception {
        LiveSocket socket = edge.open("chatty");
        assertThat(socket.next()).startsWith("hello");
        for (int i = 0; i < 60; i++) {
            socket.send("f" + i);
            assertThat(socket.next()).isEqualTo("f" + i);
        }
        socket.sendAnyway("one more");

        assertThat(socket.code()).isEqualTo(1008);
    }

    @Test // S-125
    void closesAtTheThirdBadFrame() throws Exception {
        LiveSocket socket = edge.open("confused");
        assertThat(socket.next()).startsWith("hello");
        for (int i = 0; i < 3; i++) {
            socket.send("nonsense");
            assertThat(socket.next()).isEqualTo("{\"type\":\"error\",\"code\":\"VALIDATION_FAILED\"}");
        }

        assertThat(socket.code()).isEqualTo(1008);
    }

    @Test // S-127, delivery.md section 6: five a user
    void refusesTheSixthConnectionOfAUser() throws Exception {
        List<LiveSocket> five = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            five.add(edge.open("many"));
            assertThat(five.getLast().next()).startsWith("hello");
        }
        assertThat(edge.open("many").code()).isEqualTo(4429);
        assertThat(edge.open("other").next()).startsWith("hello other");

        five.getFirst().sendBinary();
        assertThat(five.getFirst().code()).isEqualTo(1003);
        await(() -> edge.open("many").said.poll(1, TimeUnit.SECONDS) != null);
    }

    @Test // S-127: however many come at once
    void admitsFiveOfManyThatComeTogether() throws Exception {
        List<LiveSocket> many = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> edge.open("together"))
                .toList();
        await(() -> many.stream().allMatch(socket -> !socket.said.isEmpty() || socket.closed.isDone()));

        assertThat(many.stream().filter(socket -> !socket.said.isEmpty())).hasSize(5);
        for (LiveSocket socket : many) {
            if (socket.said.isEmpty()) {
                assertThat(socket.code()).isEqualTo(4429);
            }
        }
    }

    @Test // S-127
    void refusesMoreThanTheProcessBears() throws Exception {
        try (LiveEdge small = LiveEdge.start("BELPARCEL_EDGE_LIVE_TOTAL", "2")) {
            assertThat(small.open("a").next()).startsWith("hello");
            LiveSocket second = small.open("b");
            assertThat(second.next()).startsWith("hello");
            assertThat(LiveSocket.refused(small.server.port(), "/ws/things", LiveEdge.ORIGIN))
                    .isEqualTo(503);

            second.sendBinary();
            assertThat(second.code()).isEqualTo(1003);
            await(() -> LiveSocket.refused(small.server.port(), "/ws/things", LiveEdge.ORIGIN) == 101);
        }
    }

    @Test // S-127
    void pingsAndCutsWhoNeverAnswers() throws Exception {
        try (LiveEdge hasty =
                LiveEdge.start("BELPARCEL_EDGE_LIVE_HEARTBEAT", "PT0.2S", "BELPARCEL_EDGE_LIVE_SILENCE", "PT1S")) {
            LiveSocket answering = hasty.open("answers");
            assertThat(answering.pinged.get(5, TimeUnit.SECONDS)).isTrue();
            long start = System.nanoTime();
            assertThat(mute(hasty)).as("read to the end").isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));

            answering.send("still here");
            assertThat(answering.next()).startsWith("hello");
            assertThat(answering.next()).isEqualTo("still here");
        }
    }

    @Test // S-124: the token ends, the connection ends
    void closesWhenTheTokenExpires() throws Exception {
        String ticket = edge.ticket(LiveEdge.until("brief", Instant.now().plusSeconds(5)));
        LiveSocket socket =
                LiveSocket.open(edge.server.port(), "/ws/things", LiveEdge.ORIGIN, "belparcel.v1", "ticket." + ticket);
        assertThat(socket.next()).startsWith("hello brief");

        assertThat(socket.code()).isEqualTo(4401);
    }

    @Test // S-031, S-124: on every instance
    void closesOnAllInstancesWhenTheTokenIsRevoked() throws Exception {
        try (LiveEdge other = LiveEdge.start()) {
            LiveSocket here = edge.open("leaver");
            LiveSocket there = other.open("leaver");
            LiveSocket stays = edge.open("stayer");
            assertThat(here.next()).startsWith("hello");
            assertThat(there.next()).startsWith("hello");
            revoke("jti-leaver");

            assertThat(here.code()).isEqualTo(4401);
            assertThat(there.code()).isEqualTo(4401);
            assertThat(stays.closed).isNotDone();
            assertThat(edge.open("leaver").code()).isEqualTo(4401);
        }
    }

    @Test // delivery.md section 6: before the platform cuts
    void saysGoodbyeAtTheEndOfItsLife() throws Exception {
        try (LiveEdge brief = LiveEdge.start("BELPARCEL_EDGE_LIVE_LIFETIME", "PT0.5S")) {
            LiveSocket socket = brief.open("anna");
            assertThat(socket.next()).startsWith("hello");
            assertThat(socket.next()).matches("\\{\"type\":\"bye\",\"retry_after_ms\":[0-9]+}");
            assertThat(socket.code()).isEqualTo(1001);
            await(() -> brief.gone.get() == 1);
        }
    }

    @Test // S-127: SIGTERM
    void saysGoodbyeWhenTheProcessEnds() throws Exception {
        LiveEdge ending = LiveEdge.start();
        LiveSocket one = ending.open("one");
        LiveSocket two = ending.open("two");
        assertThat(one.next()).startsWith("hello");
        assertThat(two.next()).startsWith("hello");
        long start = System.nanoTime();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(ending.server::stop);

        assertThat(one.next()).contains("\"bye\"");
        assertThat(two.next()).contains("\"bye\"");
        assertThat(one.code()).isEqualTo(1001);
        assertThat(two.code()).isEqualTo(1001);
        stopped.get(10, TimeUnit.SECONDS);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void speaksServerSentEvents() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient();
                LiveEdge brief = LiveEdge.start("BELPARCEL_EDGE_LIVE_LIFETIME", "PT0.5S")) {
            HttpResponse<String> answer = client.send(
                    sse(brief)
                            .header("Authorization", "Bearer " + brief.token("operator"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream;charset=utf-8");
            assertThat(answer.body())
                    .startsWith("id: c1\nevent: hello\ndata: hello u w\n\n")
                    .contains("event: bye\n");
            HttpResponse<String> ticket = client.send(
                    sse(brief)
                            .header("Authorization", "Ticket " + brief.ticket("t"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(ticket.body()).contains("data: hello t w");
            HttpResponse<String> unknown = client.send(
                    sse(brief).header("Authorization", "Ticket unknown").build(), HttpResponse.BodyHandlers.ofString());
            assertThat(unknown.statusCode()).isEqualTo(401);
            assertThat(unknown.body()).contains("UNAUTHENTICATED");
            assertThat(client.send(sse(brief).build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
            assertThat(client.send(
                                    sse(brief)
                                            .header("Authorization", "Bearer " + brief.token("client"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(403);
            await(() -> brief.gone.get() == 2);
        }
    }

    private static HttpRequest.Builder sse(LiveEdge edge) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.server.port() + "/things/stream?word=w"));
    }

    private static void revoke(String jti) throws Exception {
        String sql = "insert into eventing.revoked_tokens values (?, now() + interval '1 hour') on conflict do nothing";
        var dsn = by.belparcel.eventing.store.Dsn.parse(TestEdge.postgres().dsn());
        try (Connection connection = DriverManager.getConnection(dsn.jdbcUrl(), dsn.user(), dsn.password());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, jti);
            statement.executeUpdate();
        }
    }

    /** A client that upgrades and then says nothing, not even pong; true when the server ends the connection. */
    private static boolean mute(LiveEdge edge) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", edge.server.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("GET /ws/things HTTP/1.1\r\nHost: x\r\nOrigin: " + LiveEdge.ORIGIN
                            + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: belparcel.v1, ticket."
                            + edge.ticket("mute") + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            while (reader.read() >= 0) {
                // Pings, until the end.
            }
            return true;
        }
    }

    interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
