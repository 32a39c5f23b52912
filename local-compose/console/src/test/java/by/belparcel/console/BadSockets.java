package by.belparcel.console;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Clients of the live map that do what they must not, and the code that each connection is closed with. */
final class BadSockets {

    static final List<String> FOREIGN =
            List.of("https://belparcel.example", "null", "http://localhost.example", "file://");

    private static final int FRAME = 64 * 1024;
    private static final int OPEN = 0;
    private static final int SECONDS = 10;
    private static final String PING = "{\"type\":\"ping\"}";

    private final RunningSystem system;
    private final LocalTokens tokens;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> wrong = new LinkedHashMap<>();
    private String kept = "";

    BadSockets(RunningSystem system, LocalTokens tokens) {
        this.system = system;
        this.tokens = tokens;
    }

    /** What came instead of the right code; empty when all is well. */
    Map<String, String> all() throws Exception {
        for (String origin : FOREIGN) {
            refused(origin, "", 403);
        }
        for (String name : List.of("ticket", "token", "access_token", "jwt")) {
            refused(system.address(), "?" + name + "=x", 401);
        }
        String used = ticket("used");
        open(used, socket -> {}).abort();
        expect("reused ticket", 4401, used, socket -> {});
        expect("unknown ticket", 4401, "x".repeat(43), socket -> {});
        expect("token for a ticket", 4401, tokens.issue("admin", "a", Map.of()), socket -> {});
        expect("subscribes without ticket", 4401, "", socket -> text(socket, "{\"type\":\"subscribe\"}"));
        expect(
                "binary",
                1003,
                ticket("binary"),
                socket -> socket.sendBinary(ByteBuffer.allocate(8), true).join());
        expect("64 KiB and one", 1009, ticket("large"), socket -> text(socket, "x".repeat(FRAME + 1)));
        expect("three bad frames", 1008, ticket("bad"), socket -> {
            for (String frame : List.of("{", "[".repeat(10_000), "{\"type\":\"subscribe\",\"trips\":\"' or 1=1--\"}")) {
                text(socket, frame);
            }
        });
        expect("61 frames in a minute", 1008, ticket("many"), socket -> {
            for (int i = 0; i < 61; i++) {
                text(socket, PING);
            }
        });
        kept = ticket("late");
        return wrong;
    }

    /** @return code of a client that comes with the ticket that was kept */
    int late() throws Exception {
        return closed(kept, socket -> {});
    }

    /** @return code of the sixth connection of a user */
    int six() throws Exception {
        List<WebSocket> five = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            five.add(open(ticket("six"), socket -> {}));
        }
        int code = closed(ticket("six"), socket -> {});
        five.forEach(WebSocket::abort);
        return code;
    }

    /** Before the upgrade. */
    private void refused(String origin, String query, int status) {
        URI uri = URI.create(system.address().replace("http://", "ws://") + "/ws/locations" + query);
        try {
            http.newWebSocketBuilder()
                    .header("Origin", origin)
                    .buildAsync(uri, new Code())
                    .join()
                    .abort();
            wrong.put(origin + query, "was let in");
        } catch (CompletionException e) {
            int answered = e.getCause() instanceof WebSocketHandshakeException refusal
                    ? refusal.getResponse().statusCode()
                    : -1;
            if (answered != status) {
                wrong.put(origin + query, "answered with " + answered);
            }
        }
    }

    private void expect(String name, int code, String ticket, Consumer<WebSocket> act) throws Exception {
        int closed = closed(ticket, act);
        if (closed != code) {
            wrong.put(name, closed == OPEN ? "stayed open" : "closed with " + closed);
        }
    }

    private String ticket(String subject) throws InterruptedException {
        return new ApiClient(system.address(), tokens.issue("operator", "socket-" + subject, Map.of()))
                .send("/locations/ws-ticket", "{}")
                .body()
                .path("ticket")
                .asString();
    }

    private int closed(String ticket, Consumer<WebSocket> act) throws Exception {
        Code code = new Code();
        WebSocket socket = connect(ticket, code);
        try {
            act.accept(socket);
        } catch (CompletionException gone) {
            // The server may close before everything is sent.
        }
        try {
            return code.closed.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return OPEN;
        } finally {
            socket.abort();
        }
    }

    /** Returns when the server has greeted. */
    private WebSocket open(String ticket, Consumer<WebSocket> act) throws Exception {
        Code code = new Code();
        WebSocket socket = connect(ticket, code);
        act.accept(socket);
        code.greeted.get(SECONDS, TimeUnit.SECONDS);
        return socket;
    }

    private WebSocket connect(String ticket, Code code) {
        WebSocket.Builder builder = http.newWebSocketBuilder().header("Origin", system.address());
        builder = ticket.isEmpty()
                ? builder.subprotocols("belparcel.v1")
                : builder.subprotocols("belparcel.v1", "ticket." + ticket);
        return builder.buildAsync(URI.create(system.address().replace("http://", "ws://") + "/ws/locations"), code)
                .join();
    }

    private static void text(WebSocket socket, String text) {
        socket.sendText(text, true).join();
    }

    private static final class Code implements WebSocket.Listener {

        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final CompletableFuture<Boolean> greeted = new CompletableFuture<>();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            greeted.complete(true);
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.complete(-1);
        }
    }
}
