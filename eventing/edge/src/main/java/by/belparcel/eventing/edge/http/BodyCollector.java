package by.belparcel.eventing.edge.http;

import by.belparcel.eventing.edge.call.Refused;
import by.belparcel.eventing.outcome.Rejection;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** Gathers a body up to a limit; it stops reading at the first byte beyond it. */
final class BodyCollector {

    private final int limit;
    private byte[] bytes;
    private int size;

    private BodyCollector(int limit, int expected) {
        this.limit = limit;
        this.bytes = new byte[expected];
    }

    /** @param declared value of Content-Length, -1 when absent */
    static Mono<byte[]> read(HttpServerRequest request, int limit, long declared) {
        int expected = declared >= 0 ? (int) Math.min(declared, limit) : 1024;
        return request.receive()
                .collect(() -> new BodyCollector(limit, expected), BodyCollector::add)
                .map(BodyCollector::bytes);
    }

    static Refused tooLarge(int limit) {
        Rejection rejection = Rejection.of(
                Rejection.Kind.TOO_LARGE, "BODY_TOO_LARGE", "The body may have at most " + limit + " bytes.");
        return new Refused(rejection.with("limit", limit), java.util.Map.of("connection", "close"));
    }

    private void add(ByteBuf part) {
        int more = part.readableBytes();
        if (more > limit - size) {
            throw tooLarge(limit);
        }
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, Math.max(size + more, bytes.length * 2)));
        }
        part.readBytes(bytes, size, more);
        size += more;
    }

    private byte[] bytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
