package by.belparcel.apidocs;

import by.belparcel.eventing.edge.EdgeConfig;
import by.belparcel.eventing.edge.EdgeRuntime;
import by.belparcel.eventing.edge.FunctionServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The functions behind the real edge, without a database. */
final class DocsServer implements AutoCloseable {

    private final FunctionServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    DocsServer() {
        EdgeRuntime runtime = EdgeRuntime.open(EdgeConfig.from(Map.of(
                "PORT", "0",
                "AUTH_HS256SECRET", "k7Qd0vTz3mWbX9sYfJ1hLr5uNcE8gAq2pKo4iRt6",
                "BELPARCEL_EDGE_RATE_LIMITS", "off",
                "LOG_LEVEL", "ERROR")));
        server = FunctionServer.start(runtime, List.of(new ApiDocsFunctions()), (tx, events) -> Mono.empty());
    }

    int port() {
        return server.port();
    }

    HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    HttpResponse<byte[]> send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(10))
                .method(method, HttpRequest.BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** First line of the answer to a target that a client would not send. */
    String rawStatus(String target) {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(5_000);
            String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring(0, answer.indexOf('\r'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
