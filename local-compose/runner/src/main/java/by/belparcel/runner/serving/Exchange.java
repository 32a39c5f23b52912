package by.belparcel.runner.serving;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.net.HostAndPort;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, both streamed. It ends once: with the answer, with 502 when the instance breaks off, with 504 after the
 * time limits, or silently when the client is gone. All of it runs on the client's event loop.
 */
final class Exchange {

    private static final long NO_TIMER = -1;
    /** The caller does not want the answer any more (RFC 9113, 7). */
    private static final long CANCEL = 8;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final ServiceSpec spec;
    private final Forwarding forwarding;
    private final Lease lease;
    private final Runnable again;
    private @Nullable HttpClientRequest sent;
    private long wholeTimer = NO_TIMER;
    private long startTimer = NO_TIMER;
    private boolean answered;
    private boolean over;

    /** {@code again} is run when no connection came about: nothing was sent, another instance may do it. */
    Exchange(
            Vertx vertx,
            HttpServerRequest request,
            ServiceSpec spec,
            Forwarding forwarding,
            Lease lease,
            Runnable again) {
        this.vertx = vertx;
        this.request = request;
        this.response = request.response();
        this.spec = spec;
        this.forwarding = forwarding;
        this.lease = lease;
        this.again = again;
    }

    void start(HttpClient client) {
        if (response.closed()) {
            finish();
            return;
        }
        Duration whole = forwarding.timeout() == null || forwarding.timeout().compareTo(spec.timeout()) > 0
                ? spec.timeout()
                : forwarding.timeout();
        wholeTimer = vertx.setTimer(Math.max(1, whole.toMillis()), timer -> expire("request timeout"));
        if (spec.responseStart() != null) {
            startTimer = vertx.setTimer(
                    Math.max(1, spec.responseStart().toMillis()), timer -> expire("response start timeout"));
        }
        response.closeHandler(gone -> abandon());
        response.exceptionHandler(gone -> abandon());
        RequestOptions options = new RequestOptions()
                .setMethod(request.method())
                .setHost(Upstream.HOST)
                .setPort(lease.port())
                .setURI(forwarding.uri());
        client.request(options).onComplete(connected -> {
            if (over) {
                if (connected.succeeded()) {
                    connected.result().reset(CANCEL);
                }
            } else if (connected.failed()) {
                lease.releaseBroken();
                finish();
                again.run();
            } else {
                send(connected.result());
            }
        });
    }

    private void send(HttpClientRequest upstream) {
        sent = upstream;
        try {
            Headers.copyEndToEnd(request.headers(), upstream.headers());
        } catch (IllegalArgumentException controlCharacter) {
            // HTTP/2 carries it to us, HTTP does not carry it on.
            fail(400, "malformed header");
            return;
        }
        forwarding.request().accept(upstream.headers());
        if (upstream.version() == HttpVersion.HTTP_2) {
            // HTTP/2 has :authority instead.
            String host = upstream.headers().get("Host");
            upstream.headers().remove("Host");
            Headers.acceptTrailers(request.headers(), upstream.headers());
            if (host != null) {
                upstream.authority(HostAndPort.parseAuthority(host, -1));
            }
        }
        upstream.response().onComplete(got -> {
            if (got.succeeded()) {
                answer(got.result());
            } else {
                if (!(got.cause() instanceof StreamResetException)) {
                    lease.releaseBroken();
                }
                fail(502, spec.name() + " broke off");
            }
        });
        if (hasBody()) {
            if (!upstream.headers().contains("Content-Length")) {
                upstream.setChunked(true);
            }
            // Its failure is seen at the response: an early answer (413) may come although the body could not be sent.
            request.pipeTo(upstream)
                    .onFailure(ignored -> vertx.setTimer(1_000, timer -> {
                        if (!answered) {
                            fail(502, spec.name() + " did not take the body");
                        }
                    }));
        } else {
            request.resume();
            upstream.end().onFailure(broken -> fail(502, spec.name() + " broke off"));
        }
    }

    private boolean hasBody() {
        if (request.version() == HttpVersion.HTTP_2) {
            return !request.isEnded();
        }
        String length = request.getHeader("Content-Length");
        return length != null ? !length.equals("0") : request.headers().contains("Transfer-Encoding");
    }

    private void answer(HttpClientResponse got) {
        if (over) {
            return;
        }
        answered = true;
        cancel(startTimer);
        startTimer = NO_TIMER;
        response.setStatusCode(got.statusCode());
        if (request.version() != HttpVersion.HTTP_2 && got.statusMessage() != null) {
            response.setStatusMessage(got.statusMessage());
        }
        Headers.copyEndToEnd(got.headers(), response.headers());
        forwarding.response().accept(response.headers());
        boolean early = !request.isEnded();
        boolean bodiless = got.statusCode() == 204
                || got.statusCode() == 304
                || request.method() == io.vertx.core.http.HttpMethod.HEAD;
        if (!response.headers().contains("Content-Length") && request.version() == HttpVersion.HTTP_1_1 && !bodiless) {
            response.setChunked(true);
        }
        got.pipe()
                .endOnFailure(false)
                .endOnSuccess(false)
                .to(response)
                .compose(all -> end(got))
                .onComplete(piped -> {
                    if (piped.failed() && !over) {
                        response.reset();
                        if (request.version() != HttpVersion.HTTP_2) {
                            request.connection().close();
                        }
                    }
                    if (early && !request.isEnded()) {
                        Drain.rest(request);
                    }
                    finish();
                });
    }

    /** What has no trailers must not get an empty block of them: gRPC reads its status from the last block. */
    private Future<Void> end(HttpClientResponse got) {
        if (!got.trailers().isEmpty() && request.version() == HttpVersion.HTTP_2) {
            got.trailers().forEach((name, value) -> response.trailers().add(name, value));
        }
        return response.end();
    }

    private void expire(String title) {
        fail(504, title);
    }

    private void fail(int status, String title) {
        if (over) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            if (request.version() != HttpVersion.HTTP_2) {
                request.connection().close();
            }
        } else {
            response.headers().clear();
            Answers.problem(response, status, title);
            Drain.rest(request);
        }
        finish();
        reset();
    }

    private void abandon() {
        if (!over) {
            finish();
            reset();
        }
    }

    private void reset() {
        if (sent != null) {
            sent.reset(CANCEL);
        }
    }

    private void finish() {
        over = true;
        cancel(wholeTimer);
        cancel(startTimer);
        lease.release();
    }

    private void cancel(long timer) {
        if (timer != NO_TIMER) {
            vertx.cancelTimer(timer);
        }
    }
}
