package by.belparcel.eventing.grpc;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The HTTP functions behind the test's contract. */
final class ThingsFunctions implements FunctionModule {

    final AtomicInteger effects = new AtomicInteger();
    final AtomicInteger cancelled = new AtomicInteger();
    final CountDownLatch waiting = new CountDownLatch(1);
    final Sinks.Empty<Void> hold = Sinks.empty();

    record Part(String name, Optional<Long> amount) {}

    record Make(String name, long count, List<Part> parts) {}

    record Refuse(Rejection.Kind kind, String code) {}

    record Thing(String id, String name, long count, List<Part> parts, Map<String, String> seen) {}

    record Things(List<Thing> items, Optional<String> lastId) {}

    @Override
    public String name() {
        return "grpc-things";
    }

    @Override
    public List<FunctionSpec> functions() {
        return List.of(
                FunctionSpec.command(
                        "makeThing",
                        "POST",
                        "/pvz/v1/things:make",
                        "thing.create",
                        ThingsFunctions::read,
                        services -> this::make),
                FunctionSpec.<Refuse, Thing>command(
                        "refuseThing",
                        "POST",
                        "/pvz/v1/things/{id}:refuse",
                        "thing.create",
                        (body, parameters) ->
                                new Refuse(body.oneOf("kind", Rejection.Kind.class), body.text("code", 1, 60)),
                        services -> (command, context) -> Mono.just(Outcome.refused(
                                Rejection.of(command.kind(), command.code(), "No: " + command.code() + ".")
                                        .with("state", "ISSUED")))),
                FunctionSpec.<Thing>query(
                        "getThing", "/pvz/v1/things/{id}", "thing.read", Set.of(), services -> context -> one(context)),
                FunctionSpec.<Things>query(
                        "listThings",
                        "/pvz/v1/owners/{owner}/things",
                        "thing.read",
                        Set.of("in_stock", "last_id", "limit"),
                        services -> context -> Mono.just(Outcome.ok(new Things(
                                List.of(thing(context, context.parameters().variable("owner"))),
                                context.parameters().query("last_id"))))),
                FunctionSpec.<Thing>query(
                        "waitForThing",
                        "/pvz/v1/things/{id}/waiting",
                        "thing.read",
                        Set.of(),
                        services -> context -> await(context)),
                FunctionSpec.<Thing>query(
                        "breakThing",
                        "/pvz/v1/things/{id}/broken",
                        "thing.read",
                        Set.of(),
                        services -> context -> Mono.error(new IllegalArgumentException("secret"))));
    }

    private static Make read(Input body, RequestParameters parameters) {
        return new Make(
                body.text("name", 1, 40),
                body.optionalInteger("count", 0, Long.MAX_VALUE).orElse(0L),
                body.list(
                        "parts",
                        0,
                        50_000,
                        part -> new Part(
                                part.text("name", 1, 400), part.optionalInteger("amount", 0, Long.MAX_VALUE))));
    }

    private Mono<Outcome<Thing>> make(Make command, CommandContext context) {
        effects.incrementAndGet();
        String id = context.newId();
        Thing thing = new Thing(id, command.name(), command.count(), command.parts(), Map.of());
        return Mono.just(Outcome.created(thing, "/pvz/v1/things/" + id, 1));
    }

    private static Mono<Outcome<Thing>> one(QueryContext context) {
        return Mono.just(Outcome.ok(thing(context, context.parameters().variable("id"))));
    }

    private static Thing thing(QueryContext context, String id) {
        RequestParameters parameters = context.parameters();
        return new Thing(
                id,
                "A thing",
                9_007_199_254_740_993L,
                List.of(),
                Map.of(
                        "client-ip", parameters.header("client-ip").orElse(""),
                        "accept-language", parameters.header("accept-language").orElse(""),
                        "in_stock", parameters.query("in_stock").orElse("absent"),
                        "limit", parameters.query("limit").orElse("absent")));
    }

    private Mono<Outcome<Thing>> await(QueryContext context) {
        return hold.asMono()
                .then(one(context))
                .doOnSubscribe(begun -> waiting.countDown())
                .doOnCancel(cancelled::incrementAndGet);
    }
}
