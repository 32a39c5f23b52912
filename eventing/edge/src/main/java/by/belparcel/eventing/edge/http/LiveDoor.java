package by.belparcel.eventing.edge.http;

import by.belparcel.eventing.edge.call.Refused;
import by.belparcel.eventing.edge.live.CloseCode;
import by.belparcel.eventing.edge.live.Connection;
import by.belparcel.eventing.edge.live.EventStreamWire;
import by.belparcel.eventing.edge.live.LiveSessions;
import by.belparcel.eventing.edge.live.Origins;
import by.belparcel.eventing.edge.live.Route;
import by.belparcel.eventing.edge.live.SocketInput;
import by.belparcel.eventing.edge.live.WebSocketWire;
import by.belparcel.eventing.edge.security.Policies;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Rejection;
import io.netty.channel.Channel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/** Where a request becomes a live connection: everything that is refused before the upgrade is refused here. */
final class LiveDoor {

    private static final String PROTOCOL = "belparcel.v1";
    private static final String TICKET = "ticket.";
    private static final String SCHEME = "ticket ";
    private static final List<String> NEVER_IN_URL = List.of("ticket", "token", "access_token", "jwt", "authorization");

    private final LiveSessions sessions;
    private final Policies policies;
    private final ReplyWriter writer;
    private final Origins origins;
    private final int trustedHops;

    /** @param trustedHops proxies in front whose X-Forwarded-Host is believed */
    LiveDoor(LiveSessions sessions, Policies policies, ReplyWriter writer, int trustedHops) {
        this.trustedHops = trustedHops;
        this.sessions = sessions;
        this.policies = policies;
        this.writer = writer;
        this.origins = new Origins(sessions.settings());
    }

    /** Addresses stand in logs and histories: a credential in one is refused, whatever it is worth. */
    static void refuseTicketInUrl(@Nullable String query) {
        if (query == null) {
            return;
        }
        boolean found = Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", -1)[0].toLowerCase(java.util.Locale.ROOT))
                .anyMatch(NEVER_IN_URL::contains);
        if (found) {
            throw new Refused(Rejection.of(
                    Rejection.Kind.UNAUTHENTICATED, "UNAUTHENTICATED", "A ticket does not belong into an address."));
        }
    }

    /** The ticket of {@code Authorization: Ticket <value>}, for event streams; null when there is none. */
    static @Nullable String ticketOf(HttpHeaders headers) {
        String value = headers.get("authorization");
        return value != null && value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? value.substring(SCHEME.length())
                : null;
    }

    Publisher<Void> socket(Exchange exchange, Endpoint.Live endpoint, RequestParameters parameters) {
        HttpHeaders headers = exchange.headers();
        if (!origins.allow(single(headers, "origin"), exchange.publicHost(trustedHops))) {
            throw foreign();
        }
        if (!isUpgrade(headers)) {
            return wrongVersion(exchange, "This address takes WebSockets only.");
        }
        if (!"13".equals(single(headers, "sec-websocket-version"))) {
            return wrongVersion(exchange, "The WebSocket version must be 13.");
        }
        takePlace(exchange);
        Route route = route(endpoint, parameters);
        String ticket = offeredTicket(headers);
        WebsocketServerSpec.Builder spec = WebsocketServerSpec.builder()
                .maxFramePayloadLength(sessions.settings().largestFrame())
                .compress(false);
        if (offered(headers).contains(PROTOCOL)) {
            // Reactor Netty never calls the handler when it has protocols and the client chose none.
            spec.protocols(PROTOCOL);
        }
        return exchange.response.sendWebsocket((in, out) -> serve(in, out, route, ticket), spec.build());
    }

    Publisher<Void> events(
            Exchange exchange, Endpoint.Live endpoint, RequestParameters parameters, @Nullable Principal caller) {
        HttpHeaders headers = exchange.headers();
        if (headers.contains("origin") && !origins.allow(single(headers, "origin"), exchange.publicHost(trustedHops))) {
            throw foreign();
        }
        takePlace(exchange);
        String ticket = ticketOf(headers);
        Mono<Principal> known = caller != null
                ? Mono.just(caller)
                : ticket == null ? Mono.empty() : endpoint.handler().redeem(ticket);
        // Before the headers: a stream that ends at once looks like one to come back to.
        return known.map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(found -> found.isPresent()
                        ? stream(exchange, route(endpoint, parameters), found.get())
                        : Mono.from(writer.refused(exchange, 401, noTicket(), Map.of())));
    }

    private Mono<Void> stream(Exchange exchange, Route route, Principal caller) {
        writer.beginStream(exchange);
        return Mono.from(exchange.response.sendHeaders().then()).then(Mono.defer(() -> {
            EventStreamWire wire = new EventStreamWire(channel(exchange.request::withConnection));
            new Connection(sessions, route, wire).admit(caller);
            return Mono.from(wire.ended());
        }));
    }

    private static Rejection noTicket() {
        return Rejection.of(Rejection.Kind.UNAUTHENTICATED, "UNAUTHENTICATED", "The ticket is not valid.");
    }

    private Publisher<Void> serve(WebsocketInbound in, WebsocketOutbound out, Route route, @Nullable String ticket) {
        Channel channel = channel(in::withConnection);
        Connection connection = new Connection(sessions, route, new WebSocketWire(channel, out));
        SocketInput input = new SocketInput(connection, sessions.settings());
        if (ticket == null) {
            connection.awaitTicket();
        } else {
            connection.redeem(ticket);
        }
        return in.aggregateFrames(sessions.settings().largestFrame())
                .receiveFrames()
                .doOnNext(input::accept)
                // A close from within would otherwise hand the frame that caused it on as the result.
                .ignoreElements()
                .onErrorResume(error -> broken(connection, error))
                .then(Mono.never());
    }

    private static Mono<WebSocketFrame> broken(Connection connection, Throwable error) {
        if (error instanceof TooLongFrameException) {
            connection.close(CloseCode.TOO_BIG, "frame too large");
        } else if (!(error instanceof CorruptedWebSocketFrameException)) {
            connection.close(CloseCode.POLICY, "broken frame");
        }
        return Mono.empty();
    }

    private Route route(Endpoint.Live endpoint, RequestParameters parameters) {
        return new Route(
                endpoint.handler(),
                parameters,
                principal -> policies.deniedRole(endpoint.context(), endpoint.route(), principal)
                        .isEmpty(),
                endpoint.cursors());
    }

    private void takePlace(Exchange exchange) {
        if (!sessions.enter(channel(exchange.request::withConnection))) {
            throw new Refused(Rejection.of(
                    Rejection.Kind.UNAVAILABLE, "TOO_MANY_CONNECTIONS", "There are too many live connections now."));
        }
    }

    private Publisher<Void> wrongVersion(Exchange exchange, String detail) {
        return writer.refused(
                exchange,
                426,
                Rejection.of(Rejection.Kind.INVALID, "UPGRADE_REQUIRED", detail),
                Map.of("upgrade", "websocket", "connection", "Upgrade, close", "sec-websocket-version", "13"));
    }

    private static Refused foreign() {
        return new Refused(
                Rejection.of(Rejection.Kind.FORBIDDEN, "ORIGIN_NOT_ALLOWED", "Pages of this origin may not connect."));
    }

    private static boolean isUpgrade(HttpHeaders headers) {
        return headers.containsValue("upgrade", "websocket", true) && headers.contains("sec-websocket-key");
    }

    private static @Nullable String single(HttpHeaders headers, String name) {
        List<String> values = headers.getAll(name);
        return values.size() == 1 ? values.getFirst() : null;
    }

    private static List<String> offered(HttpHeaders headers) {
        return headers.getAll("sec-websocket-protocol").stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private static @Nullable String offeredTicket(HttpHeaders headers) {
        for (String protocol : offered(headers)) {
            if (protocol.startsWith(TICKET)) {
                return protocol.substring(TICKET.length());
            }
        }
        return null;
    }

    private static Channel channel(Consumer<Consumer<reactor.netty.Connection>> carrier) {
        AtomicReference<Channel> channel = new AtomicReference<>();
        carrier.accept(connection -> channel.set(connection.channel()));
        return Objects.requireNonNull(channel.get());
    }
}
