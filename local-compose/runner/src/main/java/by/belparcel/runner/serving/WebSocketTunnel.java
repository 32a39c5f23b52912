package by.belparcel.runner.serving;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetSocket;
import java.time.Duration;

/**
 * A WebSocket between client and instance, byte for byte. As on Knative it is one request in flight and is cut after the request
 * timeout, or after the response start timeout when that is shorter (S#16169).
 */
final class WebSocketTunnel {

    private static final int SWITCHING = 101;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final ServiceSpec spec;
    private final Forwarding forwarding;
    private final Lease lease;
    private final Runnable again;

    /** {@code again} is run when no connection came about: nothing was sent, another instance may do it. */
    WebSocketTunnel(
            Vertx vertx,
            HttpServerRequest request,
            ServiceSpec spec,
            Forwarding forwarding,
            Lease lease,
            Runnable again) {
        this.vertx = vertx;
        this.request = request;
        this.spec = spec;
        this.forwarding = forwarding;
        this.lease = lease;
        this.again = again;
    }

    void open(HttpClient client) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            lease.release();
            return;
        }
        // The end of the socket is seen where it is pumped.
        request.exceptionHandler(ended -> {});
        response.exceptionHandler(ended -> {});
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(Upstream.HOST)
                .setPort(lease.port())
                .setURI(forwarding.uri());
        client.request(options).onComplete(connected -> {
            if (connected.failed()) {
                lease.releaseBroken();
                again.run();
            } else {
                upgrade(connected.result());
            }
        });
    }

    private void upgrade(HttpClientRequest upstream) {
        upstream.exceptionHandler(ended -> {});
        connect(upstream).onComplete(got -> {
            if (got.failed()) {
                Answers.problem(request.response(), 502, spec.name() + " broke off");
                lease.releaseBroken();
            } else if (got.result().statusCode() == SWITCHING) {
                join(got.result());
            } else {
                refuse(got.result());
            }
        });
    }

    private Future<HttpClientResponse> connect(HttpClientRequest upstream) {
        Headers.copyEndToEnd(request.headers(), upstream.headers());
        upstream.headers().set("Connection", "Upgrade").set("Upgrade", "websocket");
        forwarding.request().accept(upstream.headers());
        long late = vertx.setTimer(Math.max(1, spec.timeout().toMillis()), timer -> upstream.reset());
        Future<HttpClientResponse> response = upstream.connect().onComplete(got -> vertx.cancelTimer(late));
        request.resume();
        return response;
    }

    private void refuse(HttpClientResponse got) {
        HttpServerResponse response = request.response().setStatusCode(got.statusCode());
        Headers.copyEndToEnd(got.headers(), response.headers());
        if (!response.headers().contains("Content-Length")) {
            response.setChunked(true);
        }
        got.pipeTo(response).onComplete(done -> lease.release());
    }

    private void join(HttpClientResponse got) {
        HttpServerResponse response = request.response().setStatusCode(SWITCHING);
        Headers.copyEndToEnd(got.headers(), response.headers());
        response.headers().set("Connection", "Upgrade").set("Upgrade", "websocket");
        got.exceptionHandler(ended -> {});
        NetSocket instance = got.netSocket();
        instance.pause();
        request.toNetSocket().onComplete(switched -> {
            if (switched.failed()) {
                instance.close().onComplete(done -> lease.release());
            } else {
                pump(switched.result(), instance);
            }
        });
    }

    private void pump(NetSocket client, NetSocket instance) {
        Duration limit = spec.responseStart() != null && spec.responseStart().compareTo(spec.timeout()) < 0
                ? spec.responseStart()
                : spec.timeout();
        long timer = vertx.setTimer(Math.max(1, limit.toMillis()), late -> {
            end(client);
            end(instance);
        });
        Future<Void> down = instance.pipe().endOnComplete(true).to(client);
        Future<Void> up = client.pipe().endOnComplete(true).to(instance);
        Future.join(down, up).onComplete(done -> {
            vertx.cancelTimer(timer);
            end(client);
            end(instance);
            lease.release();
        });
    }

    private static void end(NetSocket socket) {
        socket.close().onFailure(already -> {});
    }
}
