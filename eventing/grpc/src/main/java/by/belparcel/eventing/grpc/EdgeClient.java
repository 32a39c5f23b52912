package by.belparcel.eventing.grpc;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** Calls the HTTP edge of the same process. A cancelled call closes its connection, by which the edge learns of it. */
final class EdgeClient {

    private static final int CONNECTIONS = 512;
    /** Shorter than the edge keeps an idle connection, so that a request never meets one that is just being closed. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    private static final byte[] NO_BODY = new byte[0];

    private final ConnectionProvider connections = ConnectionProvider.builder("grpc-face")
            .maxConnections(CONNECTIONS)
            .maxIdleTime(IDLE)
            .lifo()
            .build();
    private final HttpClient client;

    EdgeClient(LoopResources loops, int port) {
        this.client = HttpClient.create(connections)
                .host("127.0.0.1")
                .port(port)
                .runOn(loops, false)
                .disableRetry(true);
    }

    /** What the edge answered. */
    record Answer(int status, HttpHeaders headers, byte[] body) {}

    Mono<Answer> call(HttpCall call, HttpHeaders headers) {
        return client.headers(all -> {
                    all.remove("user-agent");
                    all.add(headers);
                    if (call.hasBody()) {
                        all.set("content-type", "application/json").set("content-length", call.body().length);
                    }
                })
                .request(HttpMethod.valueOf(call.method()))
                .uri(call.target())
                .send(call.hasBody() ? Mono.fromSupplier(() -> Unpooled.wrappedBuffer(call.body())) : Mono.empty())
                .responseSingle((response, body) -> body.asByteArray()
                        .defaultIfEmpty(NO_BODY)
                        .map(bytes -> new Answer(response.status().code(), response.responseHeaders(), bytes)));
    }

    void close() {
        connections.dispose();
    }
}
