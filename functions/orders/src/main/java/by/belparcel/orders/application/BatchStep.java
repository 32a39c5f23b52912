package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.OrderEvent;
import by.belparcel.orders.model.Step;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * The common way of all handlers of batch events: lock the orders, ask the model, carry everything out as one set. Batching and
 * trips both speak about a batch, so no sequence is compared: the state of each order and its membership decide.
 */
public final class BatchStep {

    private final BatchedOrders orders;

    public BatchStep(BatchedOrders orders) {
        this.orders = orders;
    }

    /** @param named orders that the event names; all orders of the batch are given to the decision with them */
    Mono<Handled> on(
            String batchId,
            List<String> named,
            EventContext context,
            Function<List<BatchedOrder>, BatchPlan> decision) {
        return orders.lock(context.tx(), batchId, named, true)
                .flatMap(found -> carryOut(batchId, decision.apply(found), context));
    }

    /** As above, after what {@code first} says: then the orders are read again. */
    Mono<Handled> on(
            String batchId,
            List<String> named,
            EventContext context,
            Function<List<BatchedOrder>, BatchPlan> first,
            Function<List<BatchedOrder>, BatchPlan> decision) {
        return orders.lock(context.tx(), batchId, named, true).flatMap(found -> {
            BatchPlan before = first.apply(found);
            return before.moves().isEmpty()
                    ? carryOut(batchId, decision.apply(found), context)
                    : carryOut(batchId, before, context).then(Mono.defer(() -> on(batchId, named, context, decision)));
        });
    }

    /** For an event about one order; the others of the batch are neither looked at nor locked. */
    Mono<Handled> onOrder(
            String batchId, String orderId, EventContext context, Function<List<BatchedOrder>, BatchPlan> decision) {
        return orders.lock(context.tx(), batchId, List.of(orderId), false)
                .flatMap(found -> carryOut(batchId, decision.apply(found), context));
    }

    private Mono<Handled> carryOut(String batchId, BatchPlan plan, EventContext context) {
        if (plan.early() != null) {
            return Mono.just(plan.early());
        }
        if (plan.moves().isEmpty()) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        plan.moves().forEach(move -> announce(batchId, move, context));
        Cause cause = new Cause("system", context.event().id(), batchId);
        return orders.save(context.tx(), batchId, plan.moves(), context.now(), cause)
                .then(Handled.applied());
    }

    private static void announce(String batchId, BatchMove move, EventContext context) {
        OrderRecord order = move.order();
        Step step = move.haul().step();
        if (step != null) {
            OrderFacts.emitDelivery(order, step, batchId, context.now(), context);
        }
        String hub = move.haul().hubId();
        if (move.haul().onward() && hub != null) {
            context.emit(
                    new OrderEvent.ArrivedAtHub(
                            order.id(),
                            hub,
                            order.pvzId(),
                            order.weightG(),
                            order.volumeCm3(),
                            order.options().service(),
                            context.now()),
                    step == null ? order.version() : step.version());
        }
    }
}
