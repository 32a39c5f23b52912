package by.belparcel.orders.application;

import by.belparcel.eventing.handling.Emitter;
import by.belparcel.eventing.handling.Timers;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.Numbers;
import by.belparcel.kernel.OrderState;
import by.belparcel.orders.model.DesiredDate;
import by.belparcel.orders.model.OrderProgress;
import by.belparcel.orders.model.Parcel;
import by.belparcel.orders.model.ParcelRules;
import by.belparcel.orders.model.ParcelsAtPvz;
import by.belparcel.orders.model.PickupPoint;
import by.belparcel.orders.model.Warehouse;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Places one order: rules, price, row, timer, event. Used by the command and by the import. */
public final class OrderPlacing {

    /** Kind of the timer that cancels an order whose payment is not decided in time. */
    public static final String PAYMENT_TIMER = "payment.decision-timeout";

    private final Places places;
    private final Pricing pricing;
    private final Orders orders;
    private final OrderConflicts conflicts;
    private final ContactVault vault;
    private final OrderTerms terms;

    public OrderPlacing(
            Places places,
            Pricing pricing,
            Orders orders,
            OrderConflicts conflicts,
            ContactVault vault,
            OrderTerms terms) {
        this.places = places;
        this.pricing = pricing;
        this.orders = orders;
        this.conflicts = conflicts;
        this.vault = vault;
        this.terms = terms;
    }

    /** What placing borrows from the command or event that it runs in. */
    record Scope(
            Transaction tx,
            Instant now,
            Timers timers,
            Emitter emitter,
            Supplier<String> newId,
            String correlationId,
            String actor,
            String causeId) {}

    Mono<Outcome<OrderRecord>> place(String shopId, PlaceOrder order, Scope scope) {
        Optional<Rejection> date = DesiredDate.violation(order.desiredDate(), scope.now());
        if (date.isPresent()) {
            return Mono.just(Outcome.refused(date.get()));
        }
        return places.facts(scope.tx(), shopId, order.warehouseId(), order.pvzId())
                .flatMap(facts -> decide(shopId, order, facts, scope));
    }

    private Mono<Outcome<OrderRecord>> decide(String shopId, PlaceOrder order, PlacingFacts facts, Scope scope) {
        Warehouse warehouse = facts.warehouse();
        PickupPoint pvz = facts.pvz();
        if (!facts.shopActive()) {
            return refused(Rejection.notFound("SHOP"));
        }
        if (warehouse == null) {
            return refused(Rejection.notFound("WAREHOUSE"));
        }
        if (pvz == null) {
            return refused(Rejection.notFound("PVZ"));
        }
        if (!warehouse.active()) {
            return refused(Rejection.rule("WAREHOUSE_INACTIVE", "This warehouse takes no orders."));
        }
        if (pvz.status() != PickupPoint.Status.OPEN || pvz.full()) {
            return notAccepting(order, pvz, scope);
        }
        Optional<Rejection> violation =
                ParcelRules.violation(order.parcels(), order.options().packaging(), pvz);
        if (violation.isPresent()) {
            return refused(violation.get());
        }
        return pricing.price(
                        scope.tx(), facts.rulesetVersion(), new Priceable(shopId, order, warehouse, pvz), scope.now())
                .flatMap(price -> switch (price) {
                    case Outcome.Refused<OrderPrice>(Rejection rejection, boolean keep) -> refused(rejection);
                    case Outcome.Success<OrderPrice> priced ->
                        store(
                                shopId,
                                order,
                                java.util.Objects.requireNonNull(priced.body()),
                                facts.runningNumber(),
                                scope);
                });
    }

    private Mono<Outcome<OrderRecord>> notAccepting(PlaceOrder order, PickupPoint pvz, Scope scope) {
        int heaviest = order.parcels().stream().mapToInt(Parcel::weightG).max().orElse(0);
        Rejection rejection = pvz.status() == PickupPoint.Status.OPEN
                ? Rejection.rule("PVZ_CAPACITY_EXCEEDED", "The pick-up point is full.")
                : Rejection.rule("PVZ_NOT_ACCEPTING", "The pick-up point takes no parcels at present.");
        return places.alternatives(scope.tx(), pvz, heaviest)
                .map(near -> Outcome.refused(rejection.with("alternatives", near)));
    }

    private Mono<Outcome<OrderRecord>> store(
            String shopId, PlaceOrder order, OrderPrice price, long running, Scope scope) {
        String id = scope.newId().get();
        OrderRecord record = new OrderRecord(
                id,
                Numbers.order(scope.now(), running),
                shopId,
                order.shopOrderRef(),
                order.warehouseId(),
                order.pvzId(),
                new OrderProgress(OrderState.CREATED, 1, null, null),
                false,
                null,
                null,
                order.paymentMethod(),
                order.goodsAmount(),
                price,
                order.quoteId(),
                order.options(),
                order.parcels(),
                ParcelsAtPvz.NONE,
                order.recipient().locale(),
                order.desiredDate(),
                terms.promise(order.options().service(), order.desiredDate(), scope.now()),
                vault.seal(id, new Contact(order.recipient(), order.comment())),
                null,
                scope.correlationId(),
                scope.now(),
                scope.now());
        return orders.insert(scope.tx(), record, new Cause(scope.actor(), scope.causeId(), null))
                .flatMap(inserted -> inserted
                        ? announce(record, scope)
                        : conflicts.explain(scope.tx(), record).map(Outcome::<OrderRecord>refused));
    }

    private Mono<Outcome<OrderRecord>> announce(OrderRecord order, Scope scope) {
        scope.emitter().emit(OrderFacts.created(order), order.version());
        return scope.timers()
                .set(PAYMENT_TIMER, order.id(), order.id(), terms.paymentDecision())
                .thenReturn(Outcome.created(order, "/orders/" + order.id(), order.version()));
    }

    private static Mono<Outcome<OrderRecord>> refused(Rejection rejection) {
        return Mono.just(Outcome.refused(rejection));
    }
}
