package by.belparcel.runner.serving;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks a fresh process until it is ready, as queue-proxy does without {@code periodSeconds}: often, and with little patience. */
final class ReadinessProbe {

    private static final String GRPC = "grpc:";
    private static final String HOST = "127.0.0.1";
    private static final long INTERVAL_MILLIS = 10;
    private static final int TIMEOUT_MILLIS = 100;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final Vertx vertx;
    private final HttpClient http;
    private final HttpClient grpc;
    private final NetClient tcp;

    ReadinessProbe(Vertx vertx) {
        this.vertx = vertx;
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(false).setConnectTimeout(TIMEOUT_MILLIS));
        this.grpc = vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2KeepAliveTimeout(1)
                .setConnectTimeout(TIMEOUT_MILLIS));
        this.tcp = vertx.createNetClient(new NetClientOptions().setConnectTimeout(TIMEOUT_MILLIS));
    }

    /** Completes with true at the first good answer, with false when the process ends or the time is over. */
    CompletableFuture<Boolean> await(Process process, int port, @Nullable String path, Duration limit) {
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        attempt(process, port, path, System.nanoTime() + limit.toNanos(), ready);
        return ready;
    }

    private void attempt(
            Process process, int port, @Nullable String path, long deadline, CompletableFuture<Boolean> ready) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
            ready.complete(false);
            return;
        }
        ask(port, path).onComplete(answer -> {
            if (answer.succeeded() && answer.result()) {
                ready.complete(true);
            } else {
                vertx.setTimer(INTERVAL_MILLIS, timer -> attempt(process, port, path, deadline, ready));
            }
        });
    }

    private Future<Boolean> ask(int port, @Nullable String path) {
        if (path == null) {
            return tcp.connect(port, HOST).compose(socket -> socket.close().map(closed -> true));
        }
        if (path.startsWith(GRPC)) {
            return healthy(port, path.substring(GRPC.length()));
        }
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(HOST)
                .setPort(port)
                .setURI(path)
                .putHeader("User-Agent", "kube-probe/runner")
                .putHeader("K-Kubelet-Probe", "queue")
                .setTimeout(TIMEOUT_MILLIS)
                .setIdleTimeout(TIMEOUT_MILLIS);
        return http.request(options)
                .compose(request -> request.send())
                .map(response -> response.statusCode() >= OK && response.statusCode() < BAD_REQUEST);
    }

    /** grpc.health.v1.Health/Check of a service, empty = the whole process: 1 in the answer's only field is SERVING. */
    private Future<Boolean> healthy(int port, String service) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(HOST)
                .setPort(port)
                .setURI("/grpc.health.v1.Health/Check")
                .putHeader("Content-Type", "application/grpc")
                .putHeader("TE", "trailers")
                .putHeader("User-Agent", "kube-probe/runner")
                .setTimeout(TIMEOUT_MILLIS)
                .setIdleTimeout(TIMEOUT_MILLIS);
        byte[] name = service.getBytes(StandardCharsets.UTF_8);
        Buffer question = Buffer.buffer();
        if (name.length > 0) {
            question.appendByte((byte) 0x0A).appendByte((byte) name.length).appendBytes(name);
        }
        Buffer framed = Buffer.buffer()
                .appendByte((byte) 0)
                .appendInt(question.length())
                .appendBuffer(question);
        return grpc.request(options)
                .compose(request -> request.send(framed))
                .compose(response -> response.body())
                .map(body -> body.length() == 7 && body.getByte(5) == 0x08 && body.getByte(6) == 1);
    }
}
