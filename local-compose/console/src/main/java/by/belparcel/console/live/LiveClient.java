package by.belparcel.console.live;

import by.belparcel.console.ApiClient;
import by.belparcel.console.RunningSystem;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stays connected to the live map until it is closed: after a cut it comes back with its cursor, at a moment of its own. */
public final class LiveClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int BACK_MIN_MILLIS = 500;
    private static final int BACK_MAX_MILLIS = 3_000;

    private final RunningSystem system;
    private final ApiClient api;
    private final Consumer<JsonNode> frames;
    private final MapView view = new MapView();
    private final AtomicInteger connects = new AtomicInteger();
    private final AtomicInteger resyncs = new AtomicInteger();
    private final Thread keeper;
    private volatile boolean open = true;
    private volatile String cursor = "";

    /** @param api with the token of somebody who may look @param frames sees every frame of the server */
    public LiveClient(RunningSystem system, ApiClient api, Consumer<JsonNode> frames) {
        this.system = system;
        this.api = api;
        this.frames = frames;
        this.keeper = Thread.ofVirtual().name("live-client").start(this::keep);
    }

    public MapView view() {
        return view;
    }

    /** How often it was connected so far. */
    public int connects() {
        return connects.get();
    }

    /** How often the server could not give it what it had missed, but only the whole picture. */
    public int resyncs() {
        return resyncs.get();
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        keeper.interrupt();
        keeper.join();
    }

    private void keep() {
        try {
            while (open) {
                connectOnce();
                if (open) {
                    TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(BACK_MIN_MILLIS, BACK_MAX_MILLIS));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void connectOnce() throws InterruptedException {
        ApiClient.Answer ticket = api.send("/locations/ws-ticket", "{}");
        if (ticket.status() >= 300 || ticket.status() == 0) {
            return;
        }
        CountDownLatch gone = new CountDownLatch(1);
        String query = cursor.isEmpty() ? "" : "?cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        WebSocket socket;
        try {
            socket = HTTP.newWebSocketBuilder()
                    .connectTimeout(PATIENCE)
                    .header("Origin", system.address())
                    .subprotocols(
                            "belparcel.v1",
                            "ticket." + ticket.body().path("ticket").asString())
                    .buildAsync(
                            URI.create(system.address().replace("http://", "ws://") + "/ws/locations" + query),
                            new Frames(gone))
                    .join();
        } catch (CompletionException e) {
            return;
        }
        connects.incrementAndGet();
        try {
            gone.await();
        } finally {
            socket.abort();
        }
    }

    private void frame(JsonNode frame) {
        switch (frame.path("type").asString()) {
            case "snapshot" -> view.snapshot(frame.path("items"));
            case "position" -> view.position(frame);
            case "removed" -> view.removed(frame);
            case "resync" -> resyncs.incrementAndGet();
            default -> {}
        }
        String next = frame.path("cursor").asString("");
        if (!next.isEmpty()) {
            cursor = next;
        }
        frames.accept(frame);
    }

    private final class Frames implements WebSocket.Listener {

        private final CountDownLatch gone;
        private final StringBuilder text = new StringBuilder();

        Frames(CountDownLatch gone) {
            this.gone = gone;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                String whole = text.toString();
                text.setLength(0);
                frame(JSON.readTree(whole));
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            gone.countDown();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            gone.countDown();
        }
    }
}
