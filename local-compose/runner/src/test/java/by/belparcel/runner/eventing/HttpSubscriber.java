package by.belparcel.runner.eventing;

import by.belparcel.runner.serving.ClusterNetwork;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;

/** A real HTTP server that stands for every Service, and the cluster's network that leads to it. */
final class HttpSubscriber implements ClusterNetwork, AutoCloseable {

    /** A request as it came in: the cluster host that was meant, path, headers in lower case, body, arrival time. */
    record Request(String host, String path, Map<String, String> headers, String body, long nanos) {

        String id() {
            return headers.getOrDefault("ce-id", "");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .executor(threads)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final List<Request> requests = new ArrayList<>();
    private volatile Function<Request, Reply> behaviour = request -> FakeNetwork.status(204);

    HttpSubscriber() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    HttpSubscriber behaves(Function<Request, Reply> wanted) {
        behaviour = wanted;
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Request request = new Request(
                    headers.getOrDefault("x-cluster-host", ""),
                    exchange.getRequestURI().getPath(),
                    headers,
                    body,
                    System.nanoTime());
            synchronized (requests) {
                requests.add(request);
                requests.notifyAll();
            }
            Reply reply = behaviour.apply(request);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            if (reply.body().length > 0) {
                exchange.getResponseBody().write(reply.body());
            }
        }
    }

    @Override
    public CompletableFuture<Reply> post(URI url, Map<String, String> headers, byte[] body, Duration timeout) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + url.getPath()))
                .timeout(timeout)
                .header("x-cluster-host", url.getHost())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(builder::header);
        return client.sendAsync(builder.build(), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(response -> {
                    Map<String, String> answered = new HashMap<>();
                    response.headers().map().forEach((name, values) -> answered.put(name, values.getFirst()));
                    return new Reply(response.statusCode(), answered, response.body());
                });
    }

    List<Request> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** Waits until the requests so far satisfy the condition. */
    List<Request> await(Duration limit, Predicate<List<Request>> condition) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        synchronized (requests) {
            while (!condition.test(requests)) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError("not met in " + limit + ", " + requests.size() + " requests so far");
                }
                requests.wait(left);
            }
            return List.copyOf(requests);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
        threads.shutdownNow();
    }
}
