package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.ParcelRef;
import by.belparcel.kernel.OrderState;
import by.belparcel.orders.model.Membership;
import by.belparcel.orders.model.ParcelAtPvz;
import by.belparcel.orders.model.ParcelsAtPvz;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * IN_TRANSIT, AT_PVZ → MISSING for orders whose parcels the point did not find in the batch. A parcel that the point has
 * accepted since is not missing, whichever fact comes first.
 */
public final class SearchOrdersOnBatchReceivedByPvz implements EventHandler<BatchEvent.ReceivedByPvz> {

    private static final Set<OrderState> LACKS =
            EnumSet.of(OrderState.IN_TRANSIT, OrderState.AT_PVZ, OrderState.MISSING);

    private final BatchedOrders batched;
    private final PvzStep step;

    public SearchOrdersOnBatchReceivedByPvz(BatchedOrders batched, PvzStep step) {
        this.batched = batched;
        this.step = step;
    }

    @Override
    public Mono<Handled> on(BatchEvent.ReceivedByPvz event, EventContext context) {
        Map<String, List<ParcelRef>> missing = event.missing().stream()
                .filter(parcel -> parcel.orderId() != null)
                .collect(Collectors.groupingBy(parcel -> Objects.requireNonNull(parcel.orderId())));
        return missing.isEmpty()
                ? Handled.applied()
                : batched.lock(context.tx(), event.batchId(), List.copyOf(missing.keySet()), false)
                        .flatMap(orders -> search(event.batchId(), missing, orders, context));
    }

    private Mono<Handled> search(
            String batchId, Map<String, List<ParcelRef>> missing, List<BatchedOrder> orders, EventContext context) {
        if (orders.size() < missing.size()) {
            return Mono.just(new Handled.Later("ORDER_UNKNOWN", "An order is not known here yet."));
        }
        if (orders.stream().anyMatch(SearchOrdersOnBatchReceivedByPvz::early)) {
            return Mono.just(new Handled.Later("PICKUP_NOT_SEEN", "The pick-up of the batch has not arrived yet."));
        }
        return Flux.fromIterable(orders)
                .map(BatchedOrder::order)
                .filter(order -> LACKS.contains(order.state()))
                .concatMap(order -> lack(order, batchId, missing.getOrDefault(order.id(), List.of()), context))
                .count()
                .flatMap(found -> found > 0 ? Handled.applied() : Handled.ignored(Handled.Reason.STATE));
    }

    /** Left behind or taken out, it was not in the batch; otherwise its pick-up must come first. */
    private static boolean early(BatchedOrder order) {
        boolean before = order.order().state() == OrderState.BATCHED
                || PvzStep.UNDER_WAY.contains(order.order().state());
        return before && (order.membership() == null || order.membership() == Membership.IN);
    }

    private Mono<OrderRecord> lack(OrderRecord order, String batchId, List<ParcelRef> missing, EventContext context) {
        ParcelsAtPvz parcels = order.atPvz();
        for (ParcelRef parcel : missing) {
            int no = Objects.requireNonNullElse(parcel.parcelNo(), 1);
            parcels = parcels.lacks(no, batchId).orElse(parcels);
        }
        List<ParcelAtPvz> lacking = new ArrayList<>(parcels.lacking());
        lacking.removeAll(order.atPvz().lacking());
        if (lacking.isEmpty()) {
            return Mono.empty();
        }
        if (order.state() == OrderState.MISSING) {
            lacking.forEach(parcel -> OrderFacts.emitMissing(order, parcel, order.version(), context.now(), context));
        }
        return step.carryOut(order, parcels, batchId, context)
                .then(step.lookFor(order, lacking, context))
                .thenReturn(order);
    }
}
