package by.belparcel.runner.serving;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** What becomes of a body that nobody wants any more, for example after 413. */
final class Drain {

    private static final long LIMIT_BYTES = 1024 * 1024;

    private Drain() {}

    /** Reads the rest away so that the sender gets to see the answer; a sender that goes on for too long is cut. */
    static void rest(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long[] read = {0};
        request.handler(buffer -> {
            read[0] += buffer.length();
            if (read[0] > LIMIT_BYTES) {
                if (request.version() == HttpVersion.HTTP_2) {
                    request.response().reset();
                } else {
                    request.connection().close();
                }
            }
        });
        request.resume();
    }
}
