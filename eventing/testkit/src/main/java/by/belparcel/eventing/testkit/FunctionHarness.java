package by.belparcel.eventing.testkit;

import by.belparcel.eventing.edge.security.Policies;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.Services;
import by.belparcel.eventing.handling.Settings;
import by.belparcel.eventing.inbox.DispatchTimers;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.inbox.InboxMetrics;
import by.belparcel.eventing.inbox.Machinery;
import by.belparcel.eventing.inbox.TimerEvents;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the functions of a context in this process: real pipelines, real PostgreSQL, the context's own policy; no HTTP and no Kafka.
 * <pre>{@code
 * var harness = FunctionHarness.of(POSTGRES.database(), new OrdersFunctions());
 * HttpReply reply = harness.command("placeOrder").as(shop("s1")).key("k1").body(json).send();
 * EventReply handled = harness.event("confirmOrderOnTicketIssued", new PickupTicketEvent.Issued(..), 1);
 * assertThat(harness.emitted(OrderEvent.Created.TYPE)).hasSize(1);
 * }</pre>
 */
public final class FunctionHarness {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestDatabase database;
    private final FunctionModule module;
    private final Machinery machinery;
    private final Services services;
    private final Policies policies;
    private final Ids ids = new Ids();
    private long delivered;

    private FunctionHarness(TestDatabase database, FunctionModule module, Map<String, String> environment) {
        this.database = database;
        this.module = module;
        this.machinery = new Machinery(database.database(), ids, new RealOutbox(), InboxMetrics.noop());
        TestTokens tokens = new TestTokens(Clock.systemUTC());
        this.services = new TestServices(database.database(), new Settings(environment), ids, tokens);
        this.policies = new Policies(List.of(module), action -> {});
    }

    public static FunctionHarness of(TestDatabase database, FunctionModule module) {
        return of(database, module, Map.of());
    }

    /** @param environment settings as environment variables, {@code BELPARCEL_..} */
    public static FunctionHarness of(TestDatabase database, FunctionModule module, Map<String, String> environment) {
        return new FunctionHarness(database, module, environment);
    }

    public TestDatabase database() {
        return database;
    }

    public Machinery machinery() {
        return machinery;
    }

    public Services services() {
        return services;
    }

    /** A command, to be sent by {@link CommandCall#send()}. */
    public CommandCall command(String function) {
        return new CommandCall(this, find(FunctionSpec.Command.class, function));
    }

    /** A query, to be sent by {@link QueryCall#send()}. */
    public QueryCall query(String function) {
        return new QueryCall(this, find(FunctionSpec.Query.class, function));
    }

    /** Delivers a new event with a new id to an event function. */
    public EventReply event(String function, DomainEvent event, long sequence) {
        return deliver(function, TestEvents.envelope(event, sequence));
    }

    /** Delivers an event as it is to an event function. */
    public EventReply deliver(String function, EventEnvelope envelope) {
        return EventRunner.of(this, function).deliver(envelope);
    }

    /** Wakes a tick function. */
    public void tick(String function) {
        find(FunctionSpec.Tick.class, function).handler().apply(services).tick().block(PATIENCE);
    }

    /** Everything in the outbox, in its order. */
    public List<RecordedEvent> emitted() {
        return RecordedEvents.after(database, 0);
    }

    /** The payloads of one type in the outbox, in its order. */
    public <E extends DomainEvent> List<E> emitted(EventType<E> type) {
        return emitted().stream()
                .filter(event -> event.is(type))
                .map(event -> event.as(type))
                .toList();
    }

    /** Makes the timers of this kind due and fires them: their events are in the outbox afterwards. */
    public void fireTimers(String kind, TimerEvents events) {
        database.execute("update eventing.timers set due_at = now() where kind = ? and status = 'DUE'", kind);
        new DispatchTimers(machinery, events).tick().block(PATIENCE);
    }

    /** What a handler answered to an event of the outbox. */
    public record Delivered(String function, RecordedEvent event, EventReply reply) {}

    /** Delivers everything emitted and not yet delivered to this context's own event functions, until nothing new is emitted. */
    public List<Delivered> deliver() {
        List<Delivered> all = new ArrayList<>();
        List<RecordedEvent> events = RecordedEvents.after(database, delivered);
        while (!events.isEmpty()) {
            for (RecordedEvent event : events) {
                delivered = Math.max(delivered, event.seq());
                for (FunctionSpec spec : module.functions()) {
                    if (spec instanceof FunctionSpec.Event<?> handler && TestEvents.matches(handler, event)) {
                        all.add(new Delivered(spec.name(), event, deliver(spec.name(), event.envelope())));
                    }
                }
            }
            events = RecordedEvents.after(database, delivered);
        }
        return all;
    }

    FunctionModule module() {
        return module;
    }

    Policies policies() {
        return policies;
    }

    Ids ids() {
        return ids;
    }

    <S extends FunctionSpec> S find(Class<S> kind, String function) {
        return module.functions().stream()
                .filter(spec -> spec.name().equals(function))
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(module.name() + " has no function " + function));
    }
}
