package by.belparcel.eventing.edge;

import by.belparcel.eventing.handling.Emitted;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.LiveClient;
import by.belparcel.eventing.handling.LiveFrame;
import by.belparcel.eventing.handling.LiveHandler;
import by.belparcel.eventing.handling.LiveSession;
import by.belparcel.eventing.handling.OutboxPort;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.Tokens;
import by.belparcel.eventing.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** A function process with one live route: it greets, repeats what it is told and counts who is gone. */
final class LiveEdge implements AutoCloseable {

    static final String ORIGIN = "https://panel.example";

    final EdgeRuntime runtime;
    final FunctionServer server;
    final AtomicInteger gone = new AtomicInteger();
    private final Map<String, Principal> tickets = new ConcurrentHashMap<>();
    private final AtomicInteger issued = new AtomicInteger();

    private LiveEdge(Map<String, String> environment) {
        this.runtime = EdgeRuntime.open(EdgeConfig.from(environment));
        this.server = FunctionServer.start(runtime, List.of(new Module()), new NoOutbox());
    }

    static LiveEdge start(String... environment) {
        Map<String, String> all = new HashMap<>(Map.of(
                "PORT", "0",
                "AUTH_HS256SECRET", TestEdge.SECRET,
                "DB_DSN", TestEdge.postgres().dsn(),
                "BELPARCEL_EDGE_RATE_LIMITS", "off",
                "BELPARCEL_EDGE_ORIGINS", ORIGIN,
                "BELPARCEL_EDGE_LIVE_REVOCATION_POLL", "PT0.2S",
                "ENVIRONMENT", "production",
                "LOG_LEVEL", "ERROR"));
        for (int i = 0; i < environment.length; i += 2) {
            all.put(environment[i], environment[i + 1]);
        }
        return new LiveEdge(all);
    }

    String ticket(String subject) {
        return ticket(new Principal(subject, Set.of("operator"), Map.of(), "jti-" + subject, null));
    }

    String ticket(Principal principal) {
        String ticket = "t" + issued.incrementAndGet();
        tickets.put(ticket, principal);
        return ticket;
    }

    String token(String role) {
        return runtime.tokens()
                .issue(Tokens.Kind.ACCESS, new Principal("u", Set.of(role), Map.of(), null), Duration.ofMinutes(5))
                .token();
    }

    static Principal until(String subject, Instant end) {
        return new Principal(subject, Set.of("operator"), Map.of(), "jti-" + subject, end);
    }

    LiveSocket open(String subject) {
        return LiveSocket.open(server.port(), "/ws/things", ORIGIN, "belparcel.v1", "ticket." + ticket(subject));
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Module implements FunctionModule {

        @Override
        public String name() {
            return "live";
        }

        @Override
        public List<FunctionSpec> functions() {
            return List.of(
                    FunctionSpec.socket("followThings", "/ws/things", "live.follow", Set.of("word"), s -> handler()),
                    FunctionSpec.eventStream(
                            "streamThings", "/things/stream", "live.follow", Set.of("word"), s -> handler()));
        }
    }

    private LiveHandler handler() {
        return new LiveHandler() {
            @Override
            public Mono<Principal> redeem(String ticket) {
                return Mono.justOrEmpty(tickets.remove(ticket));
            }

            @Override
            public LiveClient open(LiveSession session) {
                return new Echo(session);
            }
        };
    }

    private final class Echo implements LiveClient {

        private final LiveSession session;
        private final Deque<LiveFrame> frames = new ArrayDeque<>();

        Echo(LiveSession session) {
            this.session = session;
            String word = session.parameters().query("word").orElse("nobody");
            frames.add(new LiveFrame("hello", "hello " + session.principal().subject() + " " + word, "c1"));
        }

        @Override
        public void received(String text) {
            if (text.equals("nonsense")) {
                session.refuse("VALIDATION_FAILED");
            } else {
                frames.add(new LiveFrame("echo", text, null));
            }
        }

        @Override
        public LiveFrame next() {
            return frames.poll();
        }

        @Override
        public void closed() {
            gone.incrementAndGet();
        }
    }

    private static final class NoOutbox implements OutboxPort {

        @Override
        public Mono<Void> append(Transaction tx, List<Emitted> events) {
            return Mono.empty();
        }

        @Override
        public void committed() {}
    }
}
