package by.belparcel.tracking.stream;

import by.belparcel.eventing.envelope.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A WebSocket client of the stream; it remembers every frame and the newest cursor. */
final class LiveSocket implements WebSocket.Listener {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String ORIGIN = "https://panel.example";

    final BlockingQueue<JsonNode> said = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final boolean reads;
    volatile String cursor = "";
    private @Nullable WebSocket socket;

    private LiveSocket(boolean reads) {
        this.reads = reads;
    }

    static LiveSocket open(int port, String path, String ticket) {
        return connect(port, path, ticket, true);
    }

    /** One that takes nothing off the network. */
    static LiveSocket deaf(int port, String path, String ticket) {
        return connect(port, path, ticket, false);
    }

    private static LiveSocket connect(int port, String path, String ticket, boolean reads) {
        LiveSocket live = new LiveSocket(reads);
        live.socket = CLIENT.newWebSocketBuilder()
                .header("Origin", ORIGIN)
                .subprotocols("belparcel.v1", "ticket." + ticket)
                .buildAsync(URI.create("ws://127.0.0.1:" + port + path), live)
                .join();
        return live;
    }

    void send(String frame) {
        if (socket != null) {
            socket.sendText(frame, true).join();
        }
    }

    void abort() {
        if (socket != null) {
            socket.abort();
        }
    }

    void readOn() {
        if (socket != null) {
            socket.request(Long.MAX_VALUE);
        }
    }

    /** The next frame of any of these types; others are skipped. */
    JsonNode next(String... types) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        List<String> wanted = List.of(types);
        List<JsonNode> skipped = new ArrayList<>();
        while (true) {
            JsonNode frame = poll(deadline - System.nanoTime());
            if (frame == null) {
                throw new AssertionError("none of " + wanted + " came, only " + skipped + "; closed " + closed);
            }
            if (wanted.contains(frame.path("type").asString())) {
                return frame;
            }
            skipped.add(frame);
        }
    }

    /** All frames until nothing comes for so long. */
    List<JsonNode> rest(long quietMillis) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode frame = poll(TimeUnit.MILLISECONDS.toNanos(quietMillis));
        while (frame != null) {
            all.add(frame);
            frame = poll(TimeUnit.MILLISECONDS.toNanos(quietMillis));
        }
        return all;
    }

    int code() {
        try {
            return closed.get(15, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("still open; said " + said, e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable JsonNode poll(long nanos) {
        try {
            return said.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void onOpen(WebSocket from) {
        if (reads) {
            from.request(1);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            JsonNode frame = Json.mapper().readTree(text.toString());
            text.setLength(0);
            if (frame.has("cursor")) {
                cursor = frame.path("cursor").asString();
            }
            said.add(frame);
        }
        if (reads) {
            from.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
    }
}
