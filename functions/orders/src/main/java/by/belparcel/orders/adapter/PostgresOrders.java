package by.belparcel.orders.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.Money;
import by.belparcel.orders.application.Cause;
import by.belparcel.orders.application.OrderConflicts;
import by.belparcel.orders.application.OrderRecord;
import by.belparcel.orders.application.Orders;
import by.belparcel.orders.application.SealedContact;
import by.belparcel.orders.model.Advance;
import by.belparcel.orders.model.OrderProgress;
import by.belparcel.orders.model.ParcelsAtPvz;
import by.belparcel.orders.model.Step;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The aggregate in PostgreSQL; every method is one statement. */
public final class PostgresOrders implements Orders, OrderConflicts {

    @Override
    public Mono<Boolean> insert(Transaction tx, OrderRecord order, Cause cause) {
        SealedContact contact = Objects.requireNonNull(order.contact());
        JsonMapper json = Json.mapper();
        return tx.update(
                        OrderSql.INSERT,
                        order.id(),
                        order.number(),
                        order.shopId(),
                        order.shopOrderRef(),
                        order.warehouseId(),
                        order.pvzId(),
                        order.paymentMethod().name(),
                        kopecks(order.goodsAmount()),
                        order.price().total().amount(),
                        order.price().rulesetVersion(),
                        json.writeValueAsString(order.price().lines()),
                        order.price().facts(),
                        order.quoteId(),
                        json.writeValueAsString(order.options()),
                        json.writeValueAsString(order.parcels()),
                        order.locale().name(),
                        order.desiredDate(),
                        order.promisedAt(),
                        contact.key(),
                        contact.data(),
                        contact.phoneIndex(),
                        contact.phoneLast4(),
                        order.correlationId(),
                        order.createdAt(),
                        cause.actor(),
                        cause.causeId())
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<OrderRecord> lock(Transaction tx, String orderId) {
        return tx.first(OrderSql.LOCK, OrderRows::order, orderId);
    }

    @Override
    public Mono<Void> save(Transaction tx, String orderId, Advance advance, Instant at, Cause cause) {
        OrderProgress after = advance.after();
        List<Step> steps = advance.steps();
        return tx.update(
                        OrderSql.SAVE,
                        orderId,
                        after.state().name(),
                        after.version(),
                        after.paymentId(),
                        after.ticketId(),
                        steps.isEmpty() ? null : steps.getLast().reason(),
                        at,
                        cause.detail(),
                        cause.actor(),
                        cause.causeId(),
                        steps.stream().map(Step::version).toArray(Long[]::new),
                        steps.stream().map(step -> step.from().name()).toArray(String[]::new),
                        steps.stream().map(step -> step.to().name()).toArray(String[]::new))
                .then();
    }

    @Override
    public Mono<Void> saveContact(Transaction tx, OrderRecord changed, List<String> fields, Cause cause) {
        SealedContact contact = Objects.requireNonNull(changed.contact());
        return tx.update(
                        OrderSql.SAVE_CONTACT,
                        changed.id(),
                        changed.version(),
                        changed.locale().name(),
                        contact.key(),
                        contact.data(),
                        contact.phoneIndex(),
                        contact.phoneLast4(),
                        changed.updatedAt(),
                        String.join(",", fields),
                        cause.actor(),
                        cause.causeId())
                .then();
    }

    @Override
    public Mono<Void> saveAtPvz(
            Transaction tx, String orderId, ParcelsAtPvz parcels, Advance advance, Instant at, Cause cause) {
        List<Step> steps = advance.steps();
        return tx.update(
                        OrderSql.SAVE_AT_PVZ,
                        orderId,
                        advance.after().state().name(),
                        advance.after().version(),
                        json(parcels),
                        at,
                        cause.detail(),
                        cause.actor(),
                        cause.causeId(),
                        steps.stream().map(Step::version).toArray(Long[]::new),
                        steps.stream().map(step -> step.from().name()).toArray(String[]::new),
                        steps.stream().map(step -> step.to().name()).toArray(String[]::new),
                        steps.stream()
                                .map(step -> Objects.requireNonNullElse(step.reason(), ""))
                                .toArray(String[]::new))
                .then();
    }

    @Override
    public Mono<Long> note(Transaction tx, String orderId, String kind, String reason, Instant at, Cause cause) {
        return tx.first(
                OrderSql.NOTE,
                row -> OrderRows.number(row, "version"),
                orderId,
                at,
                kind,
                reason,
                cause.detail(),
                cause.actor(),
                cause.causeId());
    }

    @Override
    public Mono<Long> complete(Transaction tx, String orderId, Instant at, Cause cause) {
        return tx.first(
                OrderSql.COMPLETE,
                row -> OrderRows.number(row, "version"),
                orderId,
                at,
                cause.actor(),
                cause.causeId());
    }

    @Override
    public Mono<Rejection> explain(Transaction tx, OrderRecord refused) {
        return tx.first(
                        OrderSql.CONFLICT,
                        row -> Boolean.TRUE.equals(row.get("same_reference", Boolean.class))
                                ? exists(OrderRows.text(row, "id"), refused)
                                : quoteUsed(),
                        refused.shopId(),
                        refused.shopOrderRef(),
                        refused.quoteId())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("An order was neither inserted nor found")));
    }

    private static Rejection exists(String id, OrderRecord refused) {
        return Rejection.of(
                        Rejection.Kind.CONFLICT,
                        "ORDER_ALREADY_EXISTS",
                        "The shop already has an order with the reference " + refused.shopOrderRef() + ".")
                .with("order_id", id);
    }

    private static Rejection quoteUsed() {
        return Rejection.of(Rejection.Kind.CONFLICT, "QUOTE_USED", "The quote was used for another order.");
    }

    private static @Nullable String json(ParcelsAtPvz parcels) {
        return parcels.items().isEmpty() ? null : Json.mapper().writeValueAsString(parcels.items());
    }

    private static @Nullable Long kopecks(@Nullable Money money) {
        return money == null ? null : money.amount();
    }
}
