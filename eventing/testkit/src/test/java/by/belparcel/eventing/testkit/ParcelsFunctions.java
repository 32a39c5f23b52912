package by.belparcel.eventing.testkit;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** A small context with everything that the machinery offers. */
final class ParcelsFunctions implements FunctionModule {

    record Register(String shopId, int weight, String behaviour) {}

    record Nothing() {}

    record View(String id, String shopId, int weight) {}

    @Override
    public String name() {
        return "parcels";
    }

    @Override
    public List<FunctionSpec> functions() {
        return List.of(
                FunctionSpec.command(
                        "registerParcel",
                        "POST",
                        "/parcels",
                        "parcel.register",
                        (body, parameters) -> new Register(
                                body.text("shop_id", 1, 50),
                                (int) body.integer("weight", 1, 30_000),
                                body.optionalText("behaviour", 1, 50).orElse("")),
                        services -> ParcelsFunctions::register),
                FunctionSpec.with(
                        FunctionSpec.command(
                                "closeParcel",
                                "POST",
                                "/parcels/{id}/close",
                                "parcel.close",
                                (body, parameters) -> new Nothing(),
                                services -> ParcelsFunctions::close),
                        Duration.ofHours(24),
                        0,
                        false),
                FunctionSpec.query(
                        "listParcels", "/parcels", "parcel.read", Set.of("cursor"), services -> ParcelsFunctions::list),
                FunctionSpec.on(
                        "addWeightOnParcelWeighed", ParcelEvent.Weighed.TYPE, services -> ParcelsFunctions::weigh),
                FunctionSpec.on(
                        "expireParcelOnTimer",
                        ParcelEvent.TimerFired.TYPE,
                        Map.of("timerkind", "parcel.expiry"),
                        services -> ParcelsFunctions::expire));
    }

    private static Mono<Outcome<View>> register(Register command, CommandContext context) {
        if (command.behaviour().equals("refuse")) {
            return save(command, context, "refused-" + context.newId())
                    .thenReturn(Outcome.refused(Rejection.invalidState("CLOSED", List.of("OPEN"))));
        }
        if (command.behaviour().equals("refuse keeping")) {
            return context.tx()
                    .update("insert into parcels.failures values ('refused')")
                    .thenReturn(Outcome.refusedKeepingEffects(Rejection.rule("TOO_HEAVY", "The parcel is too heavy.")));
        }
        if (command.behaviour().equals("break")) {
            return save(command, context, context.newId()).then(Mono.error(new IllegalStateException("broken")));
        }
        String id = context.newId();
        Mono<Void> saved = save(command, context, id);
        Mono<Void> slow = command.behaviour().equals("slow") ? sleep(context).then(saved) : saved;
        return slow.then(context.timers().set("parcel.expiry", id, id, Duration.ofHours(1)))
                .then(Mono.fromSupplier(() -> {
                    context.emit(new ParcelEvent.Registered(id, command.shopId(), command.weight()), 1);
                    View view = new View(id, command.shopId(), command.weight());
                    return Outcome.created(view, "/parcels/" + id, 1);
                }));
    }

    private static Mono<Long> sleep(CommandContext context) {
        return context.tx().first("select 1::bigint as one from pg_sleep(0.3)", row -> 1L);
    }

    private static Mono<Void> save(Register command, CommandContext context, String id) {
        return context.tx()
                .update(
                        "insert into parcels.parcels (id, shop_id, weight, version) values ($1, $2, $3, 1)",
                        id,
                        command.shopId(),
                        command.weight())
                .then();
    }

    private static Mono<Outcome<Void>> close(Nothing command, CommandContext context) {
        String id = context.parameters().variable("id");
        return context.tx()
                .first("select shop_id from parcels.parcels where id = $1", row -> row.get("shop_id", String.class), id)
                .flatMap(shop -> context.denied(Map.of("shop_id", shop), "PARCEL")
                        .map(rejection -> Mono.just(Outcome.<Void>refused(rejection)))
                        .orElseGet(() -> context.tx()
                                .update(
                                        "update parcels.parcels set state = 'CLOSED', version = version + 1 where id = $1",
                                        id)
                                .thenReturn(Outcome.noContent())))
                .switchIfEmpty(Mono.just(Outcome.refused(Rejection.notFound("PARCEL"))));
    }

    private static Mono<Outcome<Page<View>>> list(QueryContext context) {
        return context.tx()
                .all(
                        "select id, shop_id, weight from parcels.parcels order by id",
                        row -> new View(
                                row.get("id", String.class),
                                row.get("shop_id", String.class),
                                row.get("weight", Integer.class)))
                .collectList()
                .map(views -> Outcome.ok(new Page<>(views, null)));
    }

    /** The behaviours that an event can ask for stand in its field {@code scale}. */
    private static Mono<Handled> weigh(ParcelEvent.Weighed event, EventContext context) {
        Mono<Long> effect = context.tx()
                .update("insert into parcels.weighings values ($1, $2)", event.parcelId(), event.grams())
                .doOnNext(rows -> context.emit(
                        new ParcelEvent.Corrected(event.parcelId(), event.grams()),
                        context.event().sequence() + 1));
        return switch (event.scale()) {
            case "stale" -> Handled.ignored(Handled.Reason.STALE);
            case "poison" -> effect.thenReturn(new Handled.Poison("TEMPLATE_NOT_FOUND", "There is no template."));
            case "gap" -> effect.thenReturn(new Handled.Later("SEQUENCE_GAP", "Version 3 is missing."));
            case "broken" -> effect.then(Mono.error(new IllegalStateException("broken")));
            case "deadlock once" ->
                context.tx()
                        .first("select nextval('parcels.tries') as n", row -> row.get("n", Long.class))
                        .flatMap(n -> n == 1
                                ? context.tx().update("do $$ begin raise exception using errcode = '40P01'; end $$")
                                : effect)
                        .then(Handled.applied());
            case null, default -> effect.then(Handled.applied());
        };
    }

    private static Mono<Handled> expire(ParcelEvent.TimerFired event, EventContext context) {
        return context.tx()
                .update("update parcels.parcels set state = 'EXPIRED' where id = $1", event.parcelId())
                .then(Handled.applied());
    }
}
