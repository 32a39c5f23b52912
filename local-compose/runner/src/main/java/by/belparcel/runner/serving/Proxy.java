package by.belparcel.runner.serving;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Passes HTTP requests and WebSockets on to a service, which is started for them when it has no instance. */
public final class Proxy {

    static final int ATTEMPTS = 3;

    private final Vertx vertx;
    private final Upstream upstream;

    Proxy(Vertx vertx, Upstream upstream) {
        this.vertx = vertx;
        this.upstream = upstream;
    }

    /** Takes over the request; to be called before anything of it is read. */
    void handle(HttpServerRequest request, Activator service, Forwarding forwarding) {
        request.pause();
        attempt(request, service, forwarding, 1);
    }

    private void attempt(HttpServerRequest request, Activator service, Forwarding forwarding, int attempt) {
        boolean webSocket =
                request.version() == HttpVersion.HTTP_1_1 && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
        CompletableFuture<Lease> lease = service.acquire();
        request.response().closeHandler(gone -> lease.cancel(false));
        var context = vertx.getOrCreateContext();
        After.both(lease, (granted, refused) -> {
            // Most leases are there at once, on the right thread.
            if (Vertx.currentContext() == context) {
                proceed(request, service, forwarding, attempt, webSocket, granted, refused);
            } else {
                context.runOnContext(
                        now -> proceed(request, service, forwarding, attempt, webSocket, granted, refused));
            }
        });
    }

    private void proceed(
            HttpServerRequest request,
            Activator service,
            Forwarding forwarding,
            int attempt,
            boolean webSocket,
            @Nullable Lease lease,
            @Nullable Throwable refused) {
        if (lease == null) {
            int status = refused instanceof Refusal refusal ? refusal.status() : 504;
            String title = refused instanceof Refusal ? refused.getMessage() : "no instance in time";
            Answers.problem(request.response(), status, String.valueOf(title));
            Drain.rest(request);
        } else {
            Runnable again = () -> {
                if (attempt < ATTEMPTS) {
                    attempt(request, service, forwarding, attempt + 1);
                } else {
                    Answers.problem(
                            request.response(),
                            502,
                            "no connection to " + service.spec().name());
                    Drain.rest(request);
                }
            };
            if (webSocket) {
                new WebSocketTunnel(vertx, request, service.spec(), forwarding, lease, again).open(upstream.sockets());
            } else {
                new Exchange(vertx, request, service.spec(), forwarding, lease, again)
                        .start(upstream.of(service.spec()));
            }
        }
    }
}
