package by.belparcel.apidocs.check;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between a test's client and the gateway and checks every exchange that goes through it (H-42). It passes plain HTTP on;
 * streams and sockets go to the gateway itself.
 */
public final class CheckingProxy implements AutoCloseable {

    private static final Set<String> NOT_PASSED_ON =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "expect", "http2-settings");

    private final ExchangeCheck check = ExchangeCheck.ofProduct();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SortedSet<String> problems = new ConcurrentSkipListSet<>();
    private final AtomicLong exchanges = new AtomicLong();
    private final String target;
    private final HttpServer server;

    private CheckingProxy(String target, HttpServer server) {
        this.target = target;
        this.server = server;
    }

    /** @param target such as {@code http://127.0.0.1:8080} */
    public static CheckingProxy before(String target) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CheckingProxy proxy = new CheckingProxy(target, server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", proxy::pass);
        server.start();
        return proxy;
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What of the exchanges so far the document does not say, each thing once. */
    public SortedSet<String> problems() {
        return new TreeSet<>(problems);
    }

    public long exchanges() {
        return exchanges.get();
    }

    private void pass(HttpExchange incoming) throws IOException {
        try (incoming) {
            byte[] sent = incoming.getRequestBody().readAllBytes();
            String path = incoming.getRequestURI().toString();
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + path))
                    .method(incoming.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(sent));
            incoming.getRequestHeaders().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            judge(incoming.getRequestMethod(), path, sent, answer);
            answer.headers().map().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                    incoming.getResponseHeaders().put(name, values);
                }
            });
            byte[] body = answer.body();
            boolean none = body.length == 0 || incoming.getRequestMethod().equals("HEAD");
            incoming.sendResponseHeaders(answer.statusCode(), none ? -1 : body.length);
            if (!none) {
                incoming.getResponseBody().write(body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void judge(String method, String path, byte[] sent, HttpResponse<byte[]> answer) {
        exchanges.incrementAndGet();
        boolean plain = answer.headers().firstValue("content-encoding").isEmpty();
        problems.addAll(check.problems(new Exchange(
                method,
                path,
                new String(sent, StandardCharsets.UTF_8),
                answer.statusCode(),
                answer.headers().firstValue("content-type").orElse(null),
                plain ? new String(answer.body(), StandardCharsets.UTF_8) : "")));
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
