package by.belparcel.eventing.edge;

import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.RawEventHandler;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** A context for tests: its handlers count their effects. */
final class ThingsFunctions implements FunctionModule {

    final List<EventEnvelope> kept = new java.util.concurrent.CopyOnWriteArrayList<>();
    final AtomicInteger effects = new AtomicInteger();
    final AtomicInteger ticks = new AtomicInteger();
    final AtomicInteger built = new AtomicInteger();
    final CountDownLatch hold = new CountDownLatch(1);
    final CountDownLatch held = new CountDownLatch(1);
    volatile String seenTraceparent = "";
    volatile String seenCorrelation = "";

    record MakeThing(String name) {}

    record Thing(String id, String name) {}

    @Override
    public String name() {
        return "things";
    }

    @Override
    public List<FunctionSpec> functions() {
        FunctionSpec.Command<MakeThing, Thing> close = FunctionSpec.command(
                "closeThing",
                "POST",
                "/things/{id}/close",
                "thing.close",
                ThingsFunctions::read,
                services -> this::make);
        FunctionSpec.Command<MakeThing, Thing> open = FunctionSpec.command(
                "openThing", "POST", "/open", HttpRoute.PUBLIC, ThingsFunctions::read, services -> this::make);
        return List.of(
                FunctionSpec.command(
                        "makeThing", "POST", "/things", "thing.create", ThingsFunctions::read, services -> {
                            built.incrementAndGet();
                            return this::make;
                        }),
                FunctionSpec.with(close, Duration.ZERO, 0, false),
                FunctionSpec.with(open, Duration.ZERO, HttpRoute.KIB_64, true),
                FunctionSpec.<Thing>query("getThing", "/things/{id}", "thing.read", Set.of(), services -> this::get),
                FunctionSpec.<Page<Thing>>query(
                        "listThings", "/things", "thing.read", Set.of("limit", "cursor"), services -> this::list),
                FunctionSpec.<Thing>query(
                        "getSpecial",
                        "/things/special",
                        "thing.read",
                        Set.of(),
                        services -> context -> Mono.just(Outcome.ok(new Thing("special", "Особая посылка")))),
                FunctionSpec.<Thing>query(
                        "breakThings",
                        "/broken",
                        "thing.break",
                        Set.of(),
                        services -> context ->
                                Mono.error(new IllegalArgumentException("jdbc:secret-host SELECT * FROM secrets"))),
                FunctionSpec.<Thing>query(
                        "waitForThing", "/waiting", HttpRoute.PUBLIC, Set.of(), services -> this::await),
                FunctionSpec.on("noteThing", ThingEvent.TYPE, services -> (event, context) -> {
                    effects.incrementAndGet();
                    seenCorrelation = context.event().correlationId();
                    seenTraceparent = String.valueOf(context.event().traceparent());
                    context.emit(new ThingEvent(event.thingId(), "noted"), 2);
                    return Handled.applied();
                }),
                new FunctionSpec.RawEvent("keepThing", services -> new Keeper()),
                FunctionSpec.tick("tickThings", "tick", services -> () -> Mono.fromRunnable(ticks::incrementAndGet)));
    }

    private static MakeThing read(Input body, RequestParameters parameters) {
        return new MakeThing(body.optionalText("name", 1, 40).orElse("no name"));
    }

    private Mono<Outcome<Thing>> make(MakeThing command, CommandContext context) {
        effects.incrementAndGet();
        Optional<Rejection> denied = context.denied(Map.of("shop_id", "shop-1"), "THING");
        if (denied.isPresent()) {
            return Mono.just(Outcome.refused(denied.get()));
        }
        String id = context.newId();
        context.emit(new ThingEvent(id, command.name()), 1);
        return Mono.just(Outcome.created(new Thing(id, command.name()), "/things/" + id, 1));
    }

    private Mono<Outcome<Thing>> get(QueryContext context) {
        String id = context.parameters().variable("id");
        Outcome<Thing> answer = context.denied(Map.of("shop_id", id, "client_id", id), "THING")
                .map(Outcome::<Thing>refused)
                .orElseGet(() -> Outcome.ok(new Thing(id, "A thing"), 7));
        return Mono.just(answer);
    }

    private Mono<Outcome<Page<Thing>>> list(QueryContext context) {
        Optional<String> cursor = context.parameters().query("cursor");
        if (cursor.isPresent() && context.cursors().read("all", cursor.get()).isEmpty()) {
            return Mono.just(Outcome.refused(
                    Rejection.of(Rejection.Kind.INVALID, "CURSOR_MISMATCH", "The cursor is not of this list.")));
        }
        return Mono.just(Outcome.ok(new Page<>(List.of(), context.cursors().issue("all", List.of("1")))));
    }

    private Mono<Outcome<Thing>> await(QueryContext context) {
        return Mono.fromCallable(() -> {
                    held.countDown();
                    hold.await();
                    return Outcome.ok(new Thing("waited", "waited"));
                })
                .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic());
    }

    /** Takes what nobody else takes. */
    private final class Keeper implements RawEventHandler {

        @Override
        public String inboxId(EventEnvelope event) {
            return event.metadata().id();
        }

        @Override
        public Mono<Handled> on(EventEnvelope event, EventContext context) {
            kept.add(event);
            return Handled.applied();
        }
    }
}
