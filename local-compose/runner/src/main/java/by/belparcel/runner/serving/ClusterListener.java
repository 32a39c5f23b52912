package by.belparcel.runner.serving;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The cluster's network for the function processes: {@code /<namespace>/<service>/path} on the loopback address stands for
 * {@code http://<service>.<namespace>.svc.cluster.local/path}. Every service answers here, public or not.
 */
public final class ClusterListener {

    private static final int MAX_EVENT_BYTES = 1024 * 1024;

    private final HttpServer server;
    private final Serving serving;

    private ClusterListener(Vertx vertx, Serving serving, int port) {
        this.serving = serving;
        this.server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost(Upstream.HOST)
                        .setPort(port)
                        .setHandle100ContinueAutomatically(true)
                        .setMaxHeaderSize(64 * 1024)
                        .setMaxInitialLineLength(16 * 1024))
                .requestHandler(this::handle);
    }

    /** Listens; the future holds the port (another than the wanted one only for 0). */
    public static Future<Integer> open(Vertx vertx, Serving serving, int port) {
        return new ClusterListener(vertx, serving, port).server.listen().map(HttpServer::actualPort);
    }

    private void handle(HttpServerRequest request) {
        String uri = request.uri();
        int first = uri.indexOf('/', 1);
        int second = first < 0 ? -1 : end(uri, first + 1);
        if (second < 0 || second == first + 1) {
            Answers.problem(request.response(), 404, "not /<namespace>/<service>/path");
            return;
        }
        ServiceKey key = new ServiceKey(uri.substring(1, first), uri.substring(first + 1, second));
        String rest = uri.substring(second);
        String path = rest.startsWith("/") ? rest : "/" + rest;
        Optional<Mounts.Mounted> mounted = serving.mounts().find(key);
        if (mounted.isPresent()) {
            answer(request, path, mounted.get());
        } else {
            serving.forward(request, key, Forwarding.to(path));
        }
    }

    private static int end(String uri, int from) {
        for (int i = from; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c == '/' || c == '?') {
                return i;
            }
        }
        return uri.length();
    }

    private static void answer(HttpServerRequest request, String path, Mounts.Mounted mounted) {
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            body.appendBuffer(part);
            if (body.length() > MAX_EVENT_BYTES) {
                request.handler(null);
                Answers.problem(request.response(), 413, "event too large");
                Drain.rest(request);
            }
        });
        request.endHandler(end -> {
            if (body.length() > MAX_EVENT_BYTES) {
                return;
            }
            Map<String, String> headers = new HashMap<>();
            request.headers().forEach((name, value) -> headers.putIfAbsent(name, value));
            var context = Vertx.currentContext();
            After.both(
                    mounted.handle(request.method().name(), path, headers, body.getBytes()),
                    (reply, failed) -> context.runOnContext(now -> {
                        if (reply == null) {
                            Answers.problem(request.response(), 503, String.valueOf(failed));
                            return;
                        }
                        request.response().setStatusCode(reply.status());
                        reply.headers().forEach(request.response()::putHeader);
                        request.response().end(Buffer.buffer(reply.body())).onFailure(gone -> {});
                    }));
        });
    }
}
