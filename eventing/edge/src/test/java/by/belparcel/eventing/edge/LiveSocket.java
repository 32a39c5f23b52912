package by.belparcel.eventing.edge;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A WebSocket client that remembers what it was told. */
final class LiveSocket implements WebSocket.Listener {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    final CompletableFuture<Boolean> pinged = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;

    private LiveSocket() {}

    /** @param origin null = none; @param protocols offered subprotocols */
    static LiveSocket open(int port, String path, String origin, String... protocols) {
        LiveSocket live = new LiveSocket();
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        if (protocols.length > 0) {
            String[] more = new String[protocols.length - 1];
            System.arraycopy(protocols, 1, more, 0, more.length);
            builder.subprotocols(protocols[0], more);
        }
        live.socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + path), live)
                .join();
        return live;
    }

    /** Status of the answer that refuses the upgrade. */
    static int refused(int port, String path, String origin) {
        try {
            open(port, path, origin).socket.abort();
            return 101;
        } catch (CompletionException e) {
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
    }

    String protocol() {
        return socket.getSubprotocol();
    }

    void send(String frame) {
        socket.sendText(frame, true).join();
    }

    /** Sends as long as the other side takes it. */
    void sendAnyway(String frame) {
        socket.sendText(frame, true).exceptionally(gone -> socket).join();
    }

    void sendBinary() {
        socket.sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
    }

    String next() throws InterruptedException {
        String frame = said.poll(10, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("no frame came; closed: " + closed);
        }
        return frame;
    }

    /** Status code of the other side's close. */
    int code() throws Exception {
        try {
            return closed.get(15, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("still open; said: " + said, e);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            said.add(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        pinged.complete(true);
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
    }
}
