package by.belparcel.eventing.edge.http;

import by.belparcel.eventing.edge.call.Call;
import by.belparcel.eventing.edge.call.CallMessage;
import by.belparcel.eventing.edge.call.NotAcknowledged;
import by.belparcel.eventing.edge.call.Refused;
import by.belparcel.eventing.edge.call.ReplyMessage;
import by.belparcel.eventing.edge.live.LiveSessions;
import by.belparcel.eventing.edge.security.Policies;
import by.belparcel.eventing.edge.telemetry.Metrics;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.inbox.Reply;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.eventing.store.Faults;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.messaging.Message;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Takes a request through the checks of the edge to its function and the function's reply to the wire. */
public final class HttpEdge implements BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> {

    private static final int SKIPPED_BODY = 64 * 1024;
    /** Bytes that are read away, if they come at once: closing on unread bytes resets the connection and the answer is lost. */
    private static final int DRAINED_BODY = 32 * 1024 * 1024;

    private static final Duration DRAINING = Duration.ofMillis(500);
    private static final byte[] NO_BODY = new byte[0];
    private static final Set<String> PROBES = Set.of("/healthz", "/livez", "/readyz", "/metrics");
    private static final Set<String> PROBE_METHODS = Set.of("GET", "HEAD");
    private static final byte[] UP = "{\"status\":\"up\"}".getBytes(StandardCharsets.UTF_8);
    /** Headers that a handler may see; everything else of a request stays in the edge. */
    private static final Set<String> FOR_HANDLERS = Set.of(
            "if-match",
            "if-none-match",
            "accept",
            "accept-encoding",
            "accept-language",
            "user-agent",
            "last-event-id",
            "x-signature",
            "webhook-id",
            "webhook-timestamp",
            "webhook-signature",
            "x-provider-signature");

    private final RouteTable routes = new RouteTable();
    private final EdgeParts parts;
    private final Authentication authentication;
    private final EventSignature signature;
    private final ReplyWriter writer;
    private final RequestLog log;
    private final @Nullable LiveDoor door;

    public HttpEdge(EdgeParts parts) {
        this.parts = parts;
        this.authentication = new Authentication(parts.tokens());
        this.signature = new EventSignature(parts.eventSecret());
        this.writer = new ReplyWriter(new Cors(parts.corsOrigins()), parts.codes());
        this.log = new RequestLog(parts.metrics(), parts.spans());
        LiveSessions live = parts.live();
        this.door = live == null ? null : new LiveDoor(live, parts.policies(), writer, parts.trustedHops());
    }

    public void add(Endpoint endpoint) {
        routes.add(endpoint.method(), endpoint.path(), endpoint);
    }

    @Override
    public Publisher<Void> apply(HttpServerRequest request, HttpServerResponse response) {
        Metrics metrics = parts.metrics();
        Exchange exchange = new Exchange(
                request,
                response,
                TraceHeaders.read(
                        request.requestHeaders(), () -> metrics.count("belparcel_invalid_trace_headers_total")));
        Faults.reach("C0");
        RequestPath path = RequestPath.parse(request.uri());
        exchange.path = path;
        if (path != null && PROBES.contains(path.text())) {
            return arrived(exchange).then(Mono.defer(() -> Mono.from(probe(exchange, path.text()))));
        }
        Mono<Void> answer;
        try {
            answer = Mono.from(route(exchange));
        } catch (RuntimeException e) {
            answer = refused(exchange, e);
        }
        return log.around(exchange, answer, parts.health());
    }

    /**
     * Completes when the whole request is there. Nothing is answered before: Reactor Netty loses the request after a buffered
     * one that was answered before its end was read.
     */
    private static Mono<Void> arrived(Exchange exchange) {
        return exchange.request.receive().then();
    }

    /** A refusal before the body was read: a small body is skipped, a large one ends the connection. */
    private Mono<Void> refused(Exchange exchange, RuntimeException error) {
        Mono<Void> answer = Mono.defer(() -> Mono.from(failed(exchange, error)));
        boolean chunked = exchange.headers().contains("transfer-encoding");
        boolean large = chunked || declaredLength(exchange) > SKIPPED_BODY;
        if (large) {
            exchange.response.keepAlive(false);
            return chunked || declaredLength(exchange) > DRAINED_BODY
                    ? answer
                    : Mono.firstWithSignal(
                                    arrived(exchange), Mono.delay(DRAINING).then())
                            .then(answer);
        }
        return arrived(exchange).then(answer);
    }

    private static long declaredLength(Exchange exchange) {
        String declared = exchange.header("content-length");
        return declared == null ? 0 : Long.parseLong(declared);
    }

    private Publisher<Void> route(Exchange exchange) {
        RequestPath path = exchange.path;
        if (path == null) {
            throw unknown();
        }
        String method = exchange.method();
        RouteTable.Match match = routes.find(method, path);
        if (match instanceof RouteTable.Match.Found found) {
            exchange.endpoint = found.endpoint();
            return enter(exchange, path, found);
        }
        if (match instanceof RouteTable.Match.WrongMethod wrong) {
            if (method.equals("OPTIONS")) {
                return arrived(exchange).then(Mono.defer(() -> Mono.from(writer.options(exchange, wrong.allowed()))));
            }
            throw wrongMethod(wrong.allowed());
        }
        throw unknown();
    }

    /** Without a switch over types, which a cold process would have to link first. */
    private Publisher<Void> enter(Exchange exchange, RequestPath path, RouteTable.Match.Found found) {
        Endpoint endpoint = found.endpoint();
        if (endpoint instanceof Endpoint.Events events) {
            return event(exchange, path, events);
        }
        if (endpoint instanceof Endpoint.Query query) {
            return query(exchange, path, query, found.variables());
        }
        if (endpoint instanceof Endpoint.Live live) {
            return live(exchange, path, live, found.variables());
        }
        return command(exchange, path, (Endpoint.Command) endpoint, found.variables());
    }

    private Publisher<Void> command(
            Exchange exchange, RequestPath path, Endpoint.Command endpoint, Map<String, String> variables) {
        HttpRoute route = endpoint.route();
        Principal principal = admit(exchange, endpoint, endpoint.context(), route);
        MediaTypes.requireAcceptable(exchange.headers(), false);
        RequestParameters parameters = parameters(exchange, path, variables, route);
        if (endpoint.body()) {
            MediaTypes.requireJson(exchange.headers());
        }
        Policies policies = parts.policies();
        Call call = new Call(
                path.text(),
                parameters,
                principal,
                policies.access(endpoint.context(), route, principal),
                exchange.headers().getAll("idempotency-key"),
                java.util.List.of(),
                exchange.notes);
        return body(exchange, Math.max(route.bodyLimit(), 1024))
                .flatMap(bytes -> {
                    Faults.reach("C1");
                    return answer(exchange, endpoint.target().apply(new CallMessage(bytes, call)));
                })
                .onErrorResume(error -> Mono.from(failed(exchange, error)));
    }

    private Publisher<Void> query(
            Exchange exchange, RequestPath path, Endpoint.Query endpoint, Map<String, String> variables) {
        HttpRoute route = endpoint.route();
        Principal principal = admit(exchange, endpoint, endpoint.context(), route);
        MediaTypes.requireAcceptable(exchange.headers(), true);
        RequestParameters parameters = parameters(exchange, path, variables, route);
        Call call = new Call(
                path.text(),
                parameters,
                principal,
                parts.policies().access(endpoint.context(), route, principal),
                java.util.List.of(),
                java.util.List.of(),
                exchange.notes);
        return arrived(exchange)
                .then(Mono.defer(() -> answer(exchange, endpoint.target().apply(new CallMessage(NO_BODY, call)))))
                .onErrorResume(error -> Mono.from(failed(exchange, error)));
    }

    private Publisher<Void> live(
            Exchange exchange, RequestPath path, Endpoint.Live endpoint, Map<String, String> variables) {
        LiveDoor entrance = Objects.requireNonNull(door);
        LiveDoor.refuseTicketInUrl(path.query());
        Principal caller = endpoint.socket() || LiveDoor.ticketOf(exchange.headers()) != null
                ? null
                : admit(exchange, endpoint, endpoint.context(), endpoint.route());
        RequestParameters parameters = parameters(exchange, path, variables, endpoint.route());
        Publisher<Void> open = endpoint.socket()
                ? entrance.socket(exchange, endpoint, parameters)
                : arrived(exchange)
                        .then(Mono.defer(() -> Mono.from(entrance.events(exchange, endpoint, parameters, caller))));
        return Mono.from(open).onErrorResume(error -> Mono.from(failed(exchange, error)));
    }

    private Publisher<Void> event(Exchange exchange, RequestPath path, Endpoint.Events endpoint) {
        if (!endpoint.tick()) {
            String encoding = exchange.header("content-encoding");
            if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
                throw new Refused(Rejection.of(
                        Rejection.Kind.UNSUPPORTED_MEDIA_TYPE,
                        "UNSUPPORTED_MEDIA_TYPE",
                        "Encoded bodies are not accepted."));
            }
        }
        return body(exchange, endpoint.limit())
                .flatMap(bytes -> {
                    Faults.reach("E0");
                    signature.require(exchange.header(EventSignature.HEADER), bytes);
                    Call call = Call.event(path.text(), exchange.headers().entries(), exchange.notes);
                    return endpoint.target()
                            .apply(new CallMessage(bytes, call))
                            .then(Mono.defer(() -> Mono.from(writer.acknowledged(exchange))));
                })
                .onErrorResume(error -> Mono.from(failed(exchange, error)));
    }

    /** Authentication, then the rate limits (which also counts invalid tokens), then the route's action. */
    private Principal admit(Exchange exchange, Endpoint endpoint, String context, HttpRoute route) {
        String address = exchange.clientAddress(parts.trustedHops());
        Principal principal;
        try {
            principal = authentication.principal(exchange.headers(), route);
        } catch (Refused refused) {
            exchange.left = parts.rateLimits().take(Principal.ANONYMOUS, address);
            throw refused;
        }
        exchange.notes.actor(principal.actor());
        exchange.left = parts.rateLimits().take(principal, address, route, endpoint.function());
        Optional<Rejection> denied = parts.policies().deniedRole(context, route, principal);
        if (denied.isPresent()) {
            throw new Refused(denied.get());
        }
        return principal;
    }

    private RequestParameters parameters(
            Exchange exchange, RequestPath path, Map<String, String> variables, HttpRoute route) {
        Map<String, String> shown = new HashMap<>();
        HttpHeaders headers = exchange.headers();
        for (String name : FOR_HANDLERS) {
            String value = headers.get(name);
            if (value != null) {
                shown.put(name, value);
            }
        }
        shown.put("client-ip", exchange.clientAddress(parts.trustedHops()));
        return new RequestParameters(variables, QueryText.parse(path.query(), route.queryParameters()), shown);
    }

    /** Refuses by the declared length at once; else counts while it reads. */
    private static Mono<byte[]> body(Exchange exchange, int limit) {
        boolean chunked = exchange.headers().contains("transfer-encoding");
        long length = declaredLength(exchange);
        if (length > limit) {
            throw BodyCollector.tooLarge(limit);
        }
        if (length == 0 && !chunked) {
            return arrived(exchange).thenReturn(NO_BODY);
        }
        return BodyCollector.read(exchange.request, limit, chunked ? -1 : length);
    }

    private Mono<Void> answer(Exchange exchange, Mono<Message<byte[]>> message) {
        return message.flatMap(answer ->
                Mono.from(writer.reply(exchange, replyOf(exchange, ((ReplyMessage) answer).reply()))));
    }

    /** A revoked token is answered with the challenge of an invalid one. */
    private static Reply replyOf(Exchange exchange, Reply reply) {
        if (reply instanceof Reply.Refusal refusal) {
            exchange.notes.outcome(refusal.rejection().code());
            if (refusal.rejection().kind() == Rejection.Kind.UNAUTHENTICATED
                    && refusal.headers().isEmpty()) {
                return new Reply.Refusal(
                        refusal.rejection(), Authentication.invalid().refusal().headers());
            }
        }
        return reply;
    }

    private Publisher<Void> failed(Exchange exchange, Throwable error) {
        switch (error) {
            case Refused refused -> {
                exchange.notes.outcome(refused.refusal().rejection().code());
                return writer.reply(exchange, refused.refusal());
            }
            case NotAcknowledged not -> {
                EventReply reply = not.reply();
                if (reply.cause() != null) {
                    log.failure(exchange, reply.cause(), reply.status());
                }
                return writer.notAcknowledged(exchange, reply);
            }
            case AbortedException gone -> {
                exchange.notes.outcome("REQUEST_ABORTED");
                return writer.reply(
                        exchange,
                        new Refused(Rejection.of(
                                        Rejection.Kind.INVALID,
                                        "REQUEST_ABORTED",
                                        "The connection ended before the request did."))
                                .refusal());
            }
            default -> {
                return writer.reply(exchange, log.unexpected(exchange, error));
            }
        }
    }

    private Publisher<Void> probe(Exchange exchange, String path) {
        if (!PROBE_METHODS.contains(exchange.method())) {
            return writer.reply(exchange, wrongMethod(PROBE_METHODS).refusal());
        }
        Health health = parts.health();
        return switch (path) {
            case "/healthz", "/livez" -> writer.plain(exchange, 200, "application/json", UP);
            case "/readyz" -> {
                Health.State state = health.ready();
                yield writer.plain(exchange, state.up() ? 200 : 503, "application/json", state.body());
            }
            default ->
                writer.plain(
                        exchange,
                        200,
                        "text/plain; version=0.0.4; charset=utf-8",
                        health.metrics().getBytes(StandardCharsets.UTF_8));
        };
    }

    private static Refused unknown() {
        return new Refused(Rejection.of(Rejection.Kind.NOT_FOUND, "NOT_FOUND", "There is nothing here."));
    }

    private static Refused wrongMethod(Set<String> allowed) {
        Rejection rejection = Rejection.of(
                Rejection.Kind.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", "The method is not allowed here.");
        return new Refused(rejection, Map.of("allow", String.join(", ", new java.util.TreeSet<>(allowed))));
    }
}
