package by.belparcel.orders.application;

import by.belparcel.eventing.handling.Emitter;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.OrderOptions;
import by.belparcel.events.ParcelLine;
import by.belparcel.kernel.Dimensions;
import by.belparcel.kernel.OrderState;
import by.belparcel.orders.model.Options;
import by.belparcel.orders.model.Parcel;
import by.belparcel.orders.model.Step;
import java.time.Instant;
import java.util.Objects;

/** Turns what happened to an order into events. Nothing personal gets into them. */
final class OrderFacts {

    private OrderFacts() {}

    static OrderEvent created(OrderRecord order) {
        Options options = order.options();
        return new OrderEvent.Created(
                order.id(),
                order.number(),
                order.shopId(),
                order.shopOrderRef(),
                order.warehouseId(),
                order.pvzId(),
                order.parcels().stream().map(OrderFacts::line).toList(),
                order.weightG(),
                order.volumeCm3(),
                order.paymentMethod(),
                order.price().total(),
                order.goodsAmount(),
                order.price().rulesetVersion(),
                order.quoteId(),
                new OrderOptions(
                        options.insurance(),
                        options.ageCheck(),
                        options.idCheck(),
                        options.partialIssue(),
                        options.packaging()),
                options.service(),
                order.createdAt());
    }

    /** The specific fact of the step and, beside it, {@code order.status-changed}. */
    static void emit(OrderRecord after, Step step, String by, Instant at, Emitter emitter) {
        emitter.emit(specific(after, step, by, at), step.version());
        emitStatus(after, step, at, emitter);
    }

    /** Steps of the delivery: only being batched has a fact of its own. */
    static void emitDelivery(OrderRecord order, Step step, String batchId, Instant at, Emitter emitter) {
        if (step.to() == OrderState.BATCHED) {
            emitter.emit(
                    new OrderEvent.Batched(order.id(), batchId, order.number(), order.shopId(), order.pvzId(), at),
                    step.version());
        }
        emitStatus(order, step, at, emitter);
    }

    private static void emitStatus(OrderRecord order, Step step, Instant at, Emitter emitter) {
        emitter.emit(
                new OrderEvent.StatusChanged(
                        order.id(), step.from(), step.to(), step.to().publicCode(), step.reason(), at),
                step.version());
    }

    private static OrderEvent specific(OrderRecord order, Step step, String by, Instant at) {
        return switch (step.to()) {
            case AUTHORIZED ->
                new OrderEvent.Authorized(
                        order.id(), Objects.requireNonNull(order.progress().paymentId()), at);
            case CONFIRMED ->
                new OrderEvent.Confirmed(
                        order.id(),
                        order.warehouseId(),
                        order.pvzId(),
                        order.weightG(),
                        order.volumeCm3(),
                        order.options().service(),
                        Objects.requireNonNull(order.progress().ticketId()),
                        at);
            case CANCELLED ->
                new OrderEvent.Cancelled(order.id(), Objects.requireNonNull(step.reason()), by, step.from(), at);
            default -> throw new IllegalStateException("No event is defined for " + step.from() + " -> " + step.to());
        };
    }

    private static ParcelLine line(Parcel parcel) {
        Dimensions size = parcel.size();
        return new ParcelLine(
                parcel.no(),
                parcel.weightG(),
                size == null ? null : size.l(),
                size == null ? null : size.w(),
                size == null ? null : size.h(),
                parcel.declaredValue());
    }
}
