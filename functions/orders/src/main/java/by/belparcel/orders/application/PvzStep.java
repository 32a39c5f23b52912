package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.kernel.OrderState;
import by.belparcel.kernel.PvzOrderState;
import by.belparcel.kernel.ReturnCause;
import by.belparcel.orders.model.Advance;
import by.belparcel.orders.model.ParcelAtPvz;
import by.belparcel.orders.model.ParcelsAtPvz;
import by.belparcel.orders.model.Step;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The common way of all facts about a parcel at the pick-up point: note what is new of the parcel, let the order follow. The
 * point's versions are compared for one parcel only; against batches and trips the order's own state decides. A fact that
 * overtakes the delivery of the batch carries the order along, one that overtakes even its batch comes again.
 */
public final class PvzStep {

    /** Timer that gives an order up, one for each parcel that is missing. */
    public static final String MISSING_TIMER = "pvz.missing-parcel";

    /** Timer that completes an issued order. It looks at the state again when it fires, so nobody needs to take it back. */
    public static final String RETURN_TIMER = "pvz.return-window";

    /** Its way to the point cannot have been heard of completely. */
    static final Set<OrderState> UNDER_WAY =
            EnumSet.of(OrderState.CREATED, OrderState.AUTHORIZED, OrderState.CONFIRMED, OrderState.AT_HUB);

    private static final Set<OrderState> OVER = EnumSet.of(OrderState.CANCELLED, OrderState.LOST, OrderState.RETURNED);

    private final Orders orders;
    private final OrderTerms terms;

    public PvzStep(Orders orders, OrderTerms terms) {
        this.orders = orders;
        this.terms = terms;
    }

    Mono<Handled> on(PvzOrderEvent event, PvzOrderState state, @Nullable ReturnCause cause, EventContext context) {
        String orderId = event.orderId();
        if (orderId == null) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        int no = Objects.requireNonNullElse(event.parcelNo(), 1);
        ParcelAtPvz news = new ParcelAtPvz(no, state, context.event().sequence(), cause, null);
        return orders.lock(context.tx(), orderId)
                .flatMap(order -> decide(order, news, event.pvzId(), context))
                .switchIfEmpty(Mono.fromSupplier(
                        () -> new Handled.Later("ORDER_UNKNOWN", "The order is not known here yet.")));
    }

    private Mono<Handled> decide(OrderRecord order, ParcelAtPvz news, String pvzId, EventContext context) {
        if (UNDER_WAY.contains(order.state())) {
            return Mono.just(new Handled.Later("JOURNEY_NOT_SEEN", "The way to the point has not arrived yet."));
        }
        if (OVER.contains(order.state())
                || !order.pvzId().equals(pvzId)
                || news.no() > order.parcels().size()) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        return order.atPvz()
                .heard(news)
                .map(parcels -> carryOut(order, parcels, null, context)
                        .then(found(order, news, context))
                        .then(Handled.applied()))
                .orElseGet(() -> Handled.ignored(Handled.Reason.STALE));
    }

    /** Notes the parcels and takes the order where they carry it. @param detail for the history */
    Mono<Void> carryOut(OrderRecord order, ParcelsAtPvz parcels, @Nullable String detail, EventContext context) {
        Advance advance = parcels.goal(order.parcels().size(), order.options().partialIssue())
                .map(order.progress()::toward)
                .orElseGet(order.progress()::unchanged);
        for (Step step : advance.steps()) {
            OrderFacts.emitAtPvz(order, step, parcels.lacking(), context.now(), context);
        }
        Cause cause = new Cause("system", context.event().id(), detail);
        return orders.saveAtPvz(context.tx(), order.id(), parcels, advance, context.now(), cause)
                .then(
                        !advance.steps().isEmpty() && advance.after().state() == OrderState.ISSUED
                                ? context.timers().set(RETURN_TIMER, order.id(), order.id(), terms.returnWindow())
                                : Mono.empty());
    }

    /** Each parcel is looked for as long as any other, whenever the point found that it lacks. */
    Mono<Void> lookFor(OrderRecord order, List<ParcelAtPvz> lacking, EventContext context) {
        return Flux.fromIterable(lacking)
                .concatMap(parcel ->
                        context.timers().set(MISSING_TIMER, order.id(), key(order, parcel), terms.missingParcel()))
                .then();
    }

    private static Mono<Void> found(OrderRecord order, ParcelAtPvz news, EventContext context) {
        boolean lacked = order.atPvz().lacking().stream().anyMatch(parcel -> parcel.no() == news.no());
        return lacked ? context.timers().cancel(MISSING_TIMER, key(order, news)) : Mono.empty();
    }

    private static String key(OrderRecord order, ParcelAtPvz parcel) {
        return order.id() + '/' + parcel.no();
    }
}
