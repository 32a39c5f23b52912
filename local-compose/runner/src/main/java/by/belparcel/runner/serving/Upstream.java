package by.belparcel.runner.serving;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;

/** The connections to instances. The number in flight is bounded by leases, not here. */
final class Upstream {

    static final String HOST = "127.0.0.1";
    private static final int POOL = 10_000;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final HttpClient http1;
    private final HttpClient http2;
    private final HttpClient sockets;

    Upstream(Vertx vertx) {
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(POOL).setHttp2MaxSize(POOL);
        this.http1 = vertx.createHttpClient(options(), pool);
        this.http2 = vertx.createHttpClient(
                options().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false), pool);
        this.sockets = vertx.createHttpClient(options(), pool);
    }

    HttpClient of(ServiceSpec spec) {
        return spec.h2c() ? http2 : http1;
    }

    /** For connections that become something else than HTTP. */
    HttpClient sockets() {
        return sockets;
    }

    private static HttpClientOptions options() {
        return new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxHeaderSize(64 * 1024)
                .setMaxInitialLineLength(16 * 1024)
                .setTcpNoDelay(true);
    }
}
