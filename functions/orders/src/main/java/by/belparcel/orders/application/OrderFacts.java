package by.belparcel.orders.application;

import by.belparcel.eventing.handling.Emitter;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.OrderOptions;
import by.belparcel.events.ParcelLine;
import by.belparcel.kernel.Dimensions;
import by.belparcel.kernel.OrderState;
import by.belparcel.orders.model.Options;
import by.belparcel.orders.model.Parcel;
import by.belparcel.orders.model.ParcelAtPvz;
import by.belparcel.orders.model.Step;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
                options(options),
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
                    new OrderEvent.Batched(
                            order.id(),
                            batchId,
                            order.number(),
                            order.shopId(),
                            order.pvzId(),
                            order.parcels().stream().map(OrderFacts::line).toList(),
                            order.paymentMethod(),
                            order.price().total(),
                            options(order.options()),
                            order.contact() == null ? null : ClientRef.of(order.contact()),
                            at),
                    step.version());
        }
        emitStatus(order, step, at, emitter);
    }

    /** Steps that the pick-up point causes: parcels that begin or cease to be looked for have facts of their own. */
    static void emitAtPvz(OrderRecord order, Step step, List<ParcelAtPvz> lacking, Instant at, Emitter emitter) {
        if (step.to() == OrderState.MISSING) {
            lacking.forEach(parcel -> emitMissing(order, parcel, step.version(), at, emitter));
        }
        emitStatus(order, step, at, emitter);
    }

    static void emitMissing(OrderRecord order, ParcelAtPvz parcel, long version, Instant at, Emitter emitter) {
        emitter.emit(
                new OrderEvent.Missing(order.id(), parcel.no(), parcel.batchId(), order.pvzId(), null, at), version);
    }

    /** One fact for each parcel that is given up, one for the whole order when none is known to lack, and the change of state. */
    static void emitLost(OrderRecord order, Step step, @Nullable String noteCode, Instant at, Emitter emitter) {
        List<ParcelAtPvz> lacking = order.atPvz().lacking();
        if (lacking.isEmpty()) {
            emitter.emit(new OrderEvent.Lost(order.id(), null, null, order.pvzId(), noteCode, at), step.version());
        }
        lacking.forEach(parcel -> emitter.emit(
                new OrderEvent.Lost(order.id(), parcel.no(), parcel.batchId(), order.pvzId(), noteCode, at),
                step.version()));
        emitStatus(order, step, at, emitter);
    }

    static void emitReturned(OrderRecord order, Step step, String warehouseId, Instant at, Emitter emitter) {
        emitter.emit(new OrderEvent.Returned(order.id(), warehouseId, at), step.version());
        emitStatus(order, step, at, emitter);
    }

    private static OrderOptions options(Options options) {
        return new OrderOptions(
                options.insurance(),
                options.ageCheck(),
                options.idCheck(),
                options.partialIssue(),
                options.packaging());
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
