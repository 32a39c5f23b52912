package by.belparcel.runner.admin;

import by.belparcel.runner.serving.Answers;
import by.belparcel.runner.serving.ServiceStatus;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * GET / (page), GET /status (JSON), GET /metrics, POST /shutdown. It answers the loopback address only, and no request that a web page
 * of somewhere else makes in the user's browser.
 */
public final class AdminServer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Vertx vertx;
    private final Supplier<Map<String, Object>> status;
    private final Supplier<List<ServiceStatus>> services;
    private final Metrics metrics;
    private final Runnable shutdown;
    private final String page = page();

    private AdminServer(
            Vertx vertx,
            Supplier<Map<String, Object>> status,
            Supplier<List<ServiceStatus>> services,
            Metrics metrics,
            Runnable shutdown) {
        this.vertx = vertx;
        this.status = status;
        this.services = services;
        this.metrics = metrics;
        this.shutdown = shutdown;
    }

    /** Listens; the future holds the port. {@code status} may block for a moment. */
    public static Future<Integer> open(
            Vertx vertx,
            int port,
            Supplier<Map<String, Object>> status,
            Supplier<List<ServiceStatus>> services,
            Metrics metrics,
            Runnable shutdown) {
        AdminServer admin = new AdminServer(vertx, status, services, metrics, shutdown);
        return vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                .requestHandler(admin::handle)
                .listen()
                .map(HttpServer::actualPort);
    }

    private void handle(HttpServerRequest request) {
        String host = request.authority() == null ? "" : request.authority().host();
        String site = request.getHeader("Sec-Fetch-Site");
        boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
        if (foreign || !host.equals("127.0.0.1") && !host.equals("localhost")) {
            Answers.problem(request.response(), 403, "local use only");
            return;
        }
        HttpMethod wanted = request.path().equals("/shutdown") ? HttpMethod.POST : HttpMethod.GET;
        if (!request.method().equals(wanted)) {
            request.response().putHeader("Allow", wanted.name());
            Answers.problem(request.response(), 405, "use " + wanted.name());
            return;
        }
        switch (request.path()) {
            case "/" -> send(request, "text/html; charset=utf-8", page);
            case "/status" ->
                vertx.executeBlocking(() -> JSON.writeValueAsString(status.get()), false)
                        .onSuccess(json -> send(request, "application/json", json))
                        .onFailure(e -> Answers.problem(request.response(), 503, String.valueOf(e.getMessage())));
            case "/metrics" ->
                metrics.all(services.get())
                        .onSuccess(text -> send(request, "text/plain; version=0.0.4; charset=utf-8", text))
                        .onFailure(e -> Answers.problem(request.response(), 503, String.valueOf(e.getMessage())));
            case "/shutdown" -> request.response().setStatusCode(202).end().onComplete(sent -> shutdown.run());
            default -> Answers.problem(request.response(), 404, "no such page");
        }
    }

    private static void send(HttpServerRequest request, String type, String body) {
        request.response()
                .putHeader("Content-Type", type)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Security-Policy", "default-src 'self' 'unsafe-inline'; frame-ancestors 'none'")
                .end(body)
                .onFailure(gone -> request.response().reset());
    }

    private static String page() {
        try (InputStream in = AdminServer.class.getResourceAsStream("status.html")) {
            if (in == null) {
                throw new IllegalStateException("status.html is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
