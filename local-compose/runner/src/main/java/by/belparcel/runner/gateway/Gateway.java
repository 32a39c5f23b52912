package by.belparcel.runner.gateway;

import by.belparcel.runner.gateway.RouteTable.Hit;
import by.belparcel.runner.manifest.RouteManifest;
import by.belparcel.runner.manifest.RouteManifest.Backend;
import by.belparcel.runner.serving.Answers;
import by.belparcel.runner.serving.Forwarding;
import by.belparcel.runner.serving.ServiceKey;
import by.belparcel.runner.serving.ServiceSpec;
import by.belparcel.runner.serving.Serving;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The public listener (HTTP/1.1, h2c, WebSocket). It reaches only what an HTTPRoute names and what is not cluster-local. */
public final class Gateway {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final Serving serving;
    private final RouteTable routes;

    private Gateway(Serving serving, RouteTable routes) {
        this.serving = serving;
        this.routes = routes;
    }

    /** Listens on the address; the future holds the listening server. */
    public static Future<HttpServer> open(
            Vertx vertx, Serving serving, List<RouteManifest> routes, String host, int port) {
        Gateway gateway = new Gateway(serving, RouteTable.of(routes));
        return vertx.createHttpServer(new HttpServerOptions()
                        .setHost(host)
                        .setPort(port)
                        .setHandle100ContinueAutomatically(true)
                        .setMaxHeaderSize(32 * 1024)
                        .setMaxInitialLineLength(8 * 1024))
                .requestHandler(gateway::handle)
                .invalidRequestHandler(Gateway::malformed)
                .listen();
    }

    /** What never became a request: an answer like any other, and the end of the connection, whose next byte nobody knows. */
    private static void malformed(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        int status = cause instanceof TooLongHttpLineException
                ? 414
                : cause instanceof TooLongHttpHeaderException ? 431 : BAD_REQUEST;
        refuse(request, status, "malformed request");
    }

    private static void refuse(HttpServerRequest request, int status, String title) {
        request.response().putHeader("Connection", "close");
        Answers.problem(request.response(), status, title);
    }

    private void handle(HttpServerRequest request) {
        String coding = request.getHeader("Transfer-Encoding");
        if (coding != null && !coding.strip().equalsIgnoreCase("chunked")) {
            refuse(request, BAD_REQUEST, "unknown transfer coding");
            return;
        }
        if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade")) && request.method() != HttpMethod.GET) {
            refuse(request, BAD_REQUEST, "only GET becomes a WebSocket");
            return;
        }
        String path = request.path();
        Optional<Hit> hit = path == null || !path.startsWith("/") ? Optional.empty() : routes.find(question(request));
        if (hit.isEmpty()) {
            Answers.problem(request.response(), NOT_FOUND, "no route");
            return;
        }
        String query = request.query() == null ? "" : request.query();
        if (hit.get().rule().redirect() != null) {
            request.response()
                    .setStatusCode(hit.get().rule().redirect().status())
                    .putHeader(
                            "Location",
                            Target.location(
                                    hit.get(),
                                    hit.get().rule().redirect(),
                                    request.scheme(),
                                    authority(request),
                                    path,
                                    query))
                    .end()
                    .onFailure(gone -> request.response().reset());
            return;
        }
        Optional<ServiceKey> service = Target.backend(hit.get().rule().backends(), ThreadLocalRandom.current()::nextInt)
                .map(Backend::service)
                .map(key -> new ServiceKey(key.namespace(), key.name()))
                .filter(key -> serving.spec(key).filter(ServiceSpec::isPublic).isPresent());
        if (service.isEmpty()) {
            Answers.problem(request.response(), NOT_FOUND, "no public service");
            return;
        }
        serving.forward(
                request,
                service.get(),
                new Forwarding(
                        Target.uri(hit.get(), path, query),
                        headers -> prepare(request, hit.get(), headers),
                        headers -> change(hit.get().rule().responseHeaders(), headers),
                        hit.get().rule().timeout()));
    }

    private static RouteTable.Question question(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        String host = authority == null ? "" : authority.host().toLowerCase(Locale.ROOT);
        return new RouteTable.Question(
                host,
                request.method().name(),
                request.path(),
                request::getHeader,
                name -> request.params().get(name));
    }

    private static void prepare(HttpServerRequest request, Hit hit, MultiMap headers) {
        String client = request.remoteAddress() == null
                ? "unknown"
                : request.remoteAddress().hostAddress();
        String before = headers.get("X-Forwarded-For");
        headers.set("X-Forwarded-For", before == null ? client : before + ", " + client);
        headers.set("X-Forwarded-Proto", request.scheme() == null ? "http" : request.scheme());
        headers.set("X-Forwarded-Host", authority(request));
        headers.set("Host", authority(request));
        change(hit.rule().requestHeaders(), headers);
        if (hit.rule().rewrite() != null && hit.rule().rewrite().hostname() != null) {
            headers.set("Host", hit.rule().rewrite().hostname());
        }
    }

    private static String authority(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        if (authority == null) {
            return "localhost";
        }
        return authority.port() < 0 ? authority.host() : authority.host() + ":" + authority.port();
    }

    private static void change(RouteManifest.Headers changes, MultiMap headers) {
        changes.remove().forEach(headers::remove);
        changes.set().forEach(headers::set);
        changes.add().forEach(headers::add);
    }
}
