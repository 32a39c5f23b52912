package by.belparcel.eventing.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before a WebSocket is one, and who gets in. */
class LiveDoorIT {

    private static LiveEdge edge;

    @BeforeAll
    static void start() {
        edge = LiveEdge.start();
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @ParameterizedTest // S-122, S-129
    @ValueSource(
            strings = {
                "null",
                "https://evil.example",
                "https://panel.example.evil.example",
                "https://evil-panel.example",
                "http://panel.example",
                "https://panel.example:444",
                "http://127.0.0.1",
                "https://PANEL.example"
            })
    void refusesAForeignOriginBeforeTheUpgrade(String origin) {
        assertThat(LiveSocket.refused(edge.server.port(), "/ws/things", origin)).isEqualTo(403);
    }

    @Test // S-122
    void refusesAMissingOrigin() {
        assertThat(LiveSocket.refused(edge.server.port(), "/ws/things", null)).isEqualTo(403);
    }

    @Test // S-122: a page of this machine itself, in development only
    void takesALocalPageInDevelopment() {
        try (LiveEdge local = LiveEdge.start("ENVIRONMENT", "development")) {
            int port = local.server.port();

            assertThat(LiveSocket.refused(port, "/ws/things", "http://127.0.0.1:" + port))
                    .isEqualTo(101);
            assertThat(LiveSocket.refused(port, "/ws/things", "http://127.0.0.1:1"))
                    .isEqualTo(403);
            assertThat(LiveSocket.refused(port, "/ws/things", "http://localhost:" + port))
                    .isEqualTo(403);
        }
        int port = edge.server.port();
        assertThat(LiveSocket.refused(port, "/ws/things", "http://127.0.0.1:" + port))
                .isEqualTo(403);
    }

    @Test // S-122: behind a gateway the browser's host stands in X-Forwarded-Host, which nobody else may set
    void takesALocalPageBehindATrustedGateway() {
        String forwarded = "Sec-WebSocket-Version: 13\r\nX-Forwarded-Host: localhost:8080\r\n";
        try (LiveEdge behind = LiveEdge.start("ENVIRONMENT", "development", "BELPARCEL_EDGE_TRUSTED_HOPS", "1");
                LiveEdge direct = LiveEdge.start("ENVIRONMENT", "development")) {
            assertThat(from("http://localhost:8080", behind, forwarded)).startsWith("HTTP/1.1 101");
            assertThat(from("http://localhost:8081", behind, forwarded)).startsWith("HTTP/1.1 403");
            assertThat(from("http://localhost:8080", direct, forwarded)).startsWith("HTTP/1.1 403");
        }
    }

    @ParameterizedTest // S-129
    @ValueSource(strings = {"Sec-WebSocket-Version: 8\r\n", ""})
    void wantsVersionThirteen(String version) {
        String answer = raw(upgrade("/ws/things", version));

        assertThat(answer).startsWith("HTTP/1.1 426").containsIgnoringCase("sec-websocket-version: 13");
    }

    @Test
    void answers426ToAPlainRequest() {
        String answer = raw("GET /ws/things HTTP/1.1\r\nHost: x\r\nOrigin: " + LiveEdge.ORIGIN + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 426").contains("UPGRADE_REQUIRED");
    }

    @ParameterizedTest // S-123: whatever it is worth, a credential in an address is refused
    @ValueSource(strings = {"ticket=abc", "access_token=abc", "word=a&Ticket=b"})
    void refusesATicketInTheAddress(String query) {
        assertThat(LiveSocket.refused(edge.server.port(), "/ws/things?" + query, LiveEdge.ORIGIN))
                .isEqualTo(401);
    }

    @Test // S-126
    void compressesNothing() {
        String answer = raw(
                upgrade("/ws/things", "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Extensions: permessage-deflate\r\n"));

        assertThat(answer).startsWith("HTTP/1.1 101").doesNotContainIgnoringCase("permessage-deflate");
    }

    @Test // S-123
    void takesTheTicketFromTheProtocolOnce() throws Exception {
        String ticket = edge.ticket("anna");
        LiveSocket first = LiveSocket.open(
                edge.server.port(), "/ws/things?word=x", LiveEdge.ORIGIN, "belparcel.v1", "ticket." + ticket);
        LiveSocket second =
                LiveSocket.open(edge.server.port(), "/ws/things", LiveEdge.ORIGIN, "belparcel.v1", "ticket." + ticket);

        assertThat(first.next()).isEqualTo("hello anna x");
        assertThat(first.protocol()).isEqualTo("belparcel.v1");
        assertThat(second.code()).isEqualTo(4401);
    }

    @Test // S-123
    void takesTheTicketAsFirstMessage() throws Exception {
        LiveSocket socket = LiveSocket.open(edge.server.port(), "/ws/things", LiveEdge.ORIGIN);
        socket.send("{\"type\":\"ticket\",\"ticket\":\"" + edge.ticket("bob") + "\"}");
        socket.send("early");

        assertThat(socket.next()).isEqualTo("hello bob nobody");
        assertThat(socket.next()).isEqualTo("early");
    }

    @ParameterizedTest // S-123
    @CsvSource(
            delimiter = '|',
            value = {"{\"type\":\"ticket\",\"ticket\":\"unknown\"}", "{\"type\":\"subscribe\"}", "what"})
    void closesWithoutAGoodTicket(String first) throws Exception {
        LiveSocket socket = LiveSocket.open(edge.server.port(), "/ws/things", LiveEdge.ORIGIN);
        socket.send(first);

        assertThat(socket.code()).isEqualTo(4401);
    }

    @Test // S-123: within five seconds
    void doesNotWaitForATicketForever() throws Exception {
        try (LiveEdge hasty = LiveEdge.start("BELPARCEL_EDGE_LIVE_TICKET_WITHIN", "PT0.3S")) {
            LiveSocket socket = LiveSocket.open(hasty.server.port(), "/ws/things", LiveEdge.ORIGIN);

            assertThat(socket.code()).isEqualTo(4401);
        }
    }

    @Test
    void closesForARoleWithoutPermission() throws Exception {
        String ticket = edge.ticket(new by.belparcel.eventing.handling.Principal(
                "c", java.util.Set.of("client"), java.util.Map.of(), null));
        LiveSocket socket =
                LiveSocket.open(edge.server.port(), "/ws/things", LiveEdge.ORIGIN, "belparcel.v1", "ticket." + ticket);

        assertThat(socket.code()).isEqualTo(4403);
    }

    private static String upgrade(String path, String more) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\nOrigin: " + LiveEdge.ORIGIN
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + more
                + "\r\n";
    }

    /** The first line of the answer; an open socket would never end. */
    private static String from(String origin, LiveEdge at, String more) {
        try (Socket socket = new Socket("127.0.0.1", at.server.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write(upgrade("/ws/things", more)
                            .replace(LiveEdge.ORIGIN, origin)
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String raw(String request) {
        try (Socket socket = new Socket("127.0.0.1", edge.server.port())) {
            socket.setSoTimeout(1_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return TestEdge.readAll(socket.getInputStream());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
