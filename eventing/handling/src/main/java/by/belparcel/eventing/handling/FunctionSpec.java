package by.belparcel.eventing.handling;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Declaration of one function; the handler is built only in a process that serves it. */
public sealed interface FunctionSpec {

    /** Unique verb phrase: {@code placeOrder}. */
    String name();

    /**
     * @param keyLife how long a finished Idempotency-Key is kept; zero = the command needs no key
     * @param body whether the command has a JSON body
     */
    record Command<C, R>(
            String name,
            HttpRoute route,
            boolean body,
            Duration keyLife,
            CommandReader<C> reader,
            Function<Services, CommandHandler<C, R>> handler)
            implements FunctionSpec {}

    record Query<R>(String name, HttpRoute route, Function<Services, QueryHandler<R>> handler)
            implements FunctionSpec {}

    /** @param attributes exact values of further attributes that the Trigger filters on */
    record Event<E extends DomainEvent>(
            String name, EventType<E> type, Map<String, String> attributes, Function<Services, EventHandler<E>> handler)
            implements FunctionSpec {}

    /** Receives every CloudEvent that is posted to it, whatever its type; {@code POST /events/<name>}. */
    record RawEvent(String name, Function<Services, RawEventHandler> handler) implements FunctionSpec {}

    /**
     * Woken by a cron source; also by {@code POST /events/<name>} with any body as a hint.
     *
     * @param pingSource name of the PingSource that wakes it
     */
    record Tick(String name, String pingSource, Function<Services, TickHandler> handler) implements FunctionSpec {}

    /** A WebSocket at a GET path. The edge authenticates, limits and closes; the handler knows nothing of the network. */
    record Socket(String name, HttpRoute route, Function<Services, LiveHandler> handler) implements FunctionSpec {}

    /** The same as server-sent events: frames to the client only. */
    record EventStream(String name, HttpRoute route, Function<Services, LiveHandler> handler) implements FunctionSpec {}

    static <C, R> Command<C, R> command(
            String name,
            String method,
            String path,
            String action,
            CommandReader<C> reader,
            Function<Services, CommandHandler<C, R>> handler) {
        HttpRoute route = new HttpRoute(method, path, action, HttpRoute.KIB_64, Set.of());
        boolean keyed = method.equals("POST") || method.equals("PATCH");
        return new Command<>(name, route, true, keyed ? Duration.ofHours(24) : Duration.ZERO, reader, handler);
    }

    static <R> Query<R> query(
            String name,
            String path,
            String action,
            Set<String> queryParameters,
            Function<Services, QueryHandler<R>> handler) {
        return new Query<>(name, new HttpRoute("GET", path, action, 0, queryParameters), handler);
    }

    static Socket socket(
            String name,
            String path,
            String action,
            Set<String> queryParameters,
            Function<Services, LiveHandler> handler) {
        return new Socket(name, new HttpRoute("GET", path, action, 0, queryParameters), handler);
    }

    static EventStream eventStream(
            String name,
            String path,
            String action,
            Set<String> queryParameters,
            Function<Services, LiveHandler> handler) {
        return new EventStream(name, new HttpRoute("GET", path, action, 0, queryParameters), handler);
    }

    static <E extends DomainEvent> Event<E> on(
            String name, EventType<E> type, Function<Services, EventHandler<E>> handler) {
        return new Event<>(name, type, Map.of(), handler);
    }

    static <E extends DomainEvent> Event<E> on(
            String name,
            EventType<E> type,
            Map<String, String> attributes,
            Function<Services, EventHandler<E>> handler) {
        return new Event<>(name, type, attributes, handler);
    }

    static Tick tick(String name, String pingSource, Function<Services, TickHandler> handler) {
        return new Tick(name, pingSource, handler);
    }

    /** For {@link Command}: other key life or none, other body limit, no body. */
    static <C, R> Command<C, R> with(Command<C, R> c, Duration keyLife, int bodyLimit, boolean body) {
        HttpRoute r = c.route();
        return new Command<>(
                c.name(),
                new HttpRoute(r.method(), r.path(), r.action(), bodyLimit, r.queryParameters()),
                body,
                keyLife,
                c.reader(),
                c.handler());
    }
}
