package by.belparcel.runner.serving;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends to the services of this runner without a detour over a socket of our own, and to anything else over HTTP. */
final class HttpClusterNetwork implements ClusterNetwork {

    private static final int DEFAULT_PORT = 80;

    private final Context context;
    private final Upstream upstream;
    private final Function<ServiceKey, Optional<Activator>> services;
    private final Mounts mounts;

    HttpClusterNetwork(
            Vertx vertx, Upstream upstream, Function<ServiceKey, Optional<Activator>> services, Mounts mounts) {
        this.context = vertx.getOrCreateContext();
        this.upstream = upstream;
        this.services = services;
        this.mounts = mounts;
    }

    @Override
    public CompletableFuture<Reply> post(URI url, Map<String, String> headers, byte[] body, Duration timeout) {
        CompletableFuture<Reply> answer = send(url, headers, body, timeout);
        return answer.orTimeout(Math.max(1, timeout.toMillis()), TimeUnit.MILLISECONDS);
    }

    private CompletableFuture<Reply> send(URI url, Map<String, String> headers, byte[] body, Duration timeout) {
        Optional<ServiceKey> key = ServiceKey.of(url);
        if (key.isEmpty()) {
            int port = url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
            return call(upstream.sockets(), url.getHost(), port, url, headers, body, timeout);
        }
        Optional<Mounts.Mounted> mounted = mounts.find(key.get());
        if (mounted.isPresent()) {
            return mounted.get().handle("POST", path(url), headers, body);
        }
        Optional<Activator> service = services.apply(key.get());
        if (service.isEmpty()) {
            return CompletableFuture.failedFuture(new ConnectException("no service " + key.get()));
        }
        return lease(service.get(), url, headers, body, timeout, 1);
    }

    private CompletableFuture<Reply> lease(
            Activator service, URI url, Map<String, String> headers, byte[] body, Duration timeout, int attempt) {
        CompletableFuture<Lease> lease = service.acquire();
        CompletableFuture<Reply> seen = lease.thenCompose(granted -> call(
                                upstream.of(service.spec()), Upstream.HOST, granted.port(), url, headers, body, timeout)
                        .whenComplete((reply, failed) -> {
                            if (failed instanceof ConnectException || failed instanceof HttpClosedException) {
                                granted.releaseBroken();
                            } else {
                                granted.release();
                            }
                        }))
                .exceptionallyCompose(failed -> {
                    Throwable cause = failed instanceof CompletionException ? failed.getCause() : failed;
                    // Never connected, so nothing was sent: another instance may take it.
                    return cause instanceof ConnectException && attempt < Proxy.ATTEMPTS
                            ? lease(service, url, headers, body, timeout, attempt + 1)
                            : asReply(cause);
                });
        After.both(seen, (reply, failed) -> lease.cancel(false));
        return seen;
    }

    /** A refusal is what queue-proxy or the activator would have answered. */
    private static CompletableFuture<Reply> asReply(@Nullable Throwable cause) {
        return cause instanceof Refusal refusal
                ? CompletableFuture.completedFuture(new Reply(
                        refusal.status(),
                        Map.of("content-type", "text/plain"),
                        String.valueOf(refusal.getMessage()).getBytes(StandardCharsets.UTF_8)))
                : CompletableFuture.failedFuture(
                        cause == null ? new IllegalStateException("failed without a cause") : cause);
    }

    private CompletableFuture<Reply> call(
            HttpClient client,
            String host,
            int port,
            URI url,
            Map<String, String> headers,
            byte[] body,
            Duration timeout) {
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        context.runOnContext(now -> {
            RequestOptions options = new RequestOptions()
                    .setMethod(HttpMethod.POST)
                    .setHost(host)
                    .setPort(port)
                    .setURI(path(url));
            headers.forEach(options::putHeader);
            options.putHeader("Host", url.getRawAuthority());
            client.request(options)
                    .compose(request -> exchange(request, body, timeout, answer))
                    .onComplete(done -> {
                        if (done.succeeded()) {
                            answer.complete(done.result());
                        } else {
                            answer.completeExceptionally(done.cause());
                        }
                    });
        });
        return answer;
    }

    private Future<Reply> exchange(
            HttpClientRequest request, byte[] body, Duration timeout, CompletableFuture<Reply> answer) {
        long timer = context.owner().setTimer(Math.max(1, timeout.toMillis()), late -> {
            answer.completeExceptionally(new TimeoutException("no answer in " + timeout));
            request.reset();
        });
        return request.send(Buffer.buffer(body))
                .compose(response -> response.body().map(got -> reply(response, got)))
                .onComplete(done -> context.owner().cancelTimer(timer));
    }

    private static Reply reply(HttpClientResponse response, Buffer body) {
        Map<String, String> headers = new HashMap<>();
        response.headers()
                .forEach((name, value) ->
                        headers.merge(name.toLowerCase(Locale.ROOT), value, (one, two) -> one + "," + two));
        return new Reply(response.statusCode(), Map.copyOf(headers), body.getBytes());
    }

    private static String path(URI url) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}
