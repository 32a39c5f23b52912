package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.BatchStateMachine;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.OrderEvent;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * A cancelled order leaves its batch, as long as the carrier has not taken it. An order that is not known yet is remembered, so
 * that its late confirmation puts it into no batch.
 */
public final class RemoveOrderOnOrderCancelled implements EventHandler<OrderEvent.Cancelled> {

    static final String REASON = "ORDER_CANCELLED";

    private static final int TRIES = 10;

    private final Parcels parcels;
    private final Batches batches;
    private final Members members;
    private final OrderRemoving removing;

    public RemoveOrderOnOrderCancelled(Parcels parcels, Batches batches, Members members, OrderRemoving removing) {
        this.parcels = parcels;
        this.batches = batches;
        this.members = members;
        this.removing = removing;
    }

    @Override
    public Mono<Handled> on(OrderEvent.Cancelled event, EventContext context) {
        return parcels.cancel(context.tx(), event.orderId())
                .flatMap(isNew -> isNew
                        ? leave(Work.of(context), event.orderId(), TRIES)
                        : Handled.ignored(Handled.Reason.STATE));
    }

    /** Which batch holds it is known for sure only while that batch is locked; an operator may move the order meanwhile. */
    private Mono<Handled> leave(Work work, String orderId, int tries) {
        return members.holding(work.tx(), orderId)
                .flatMap(batchId -> batches.lock(work.tx(), List.of(batchId)))
                .flatMap(found -> leave(work, orderId, found.getFirst(), tries))
                .switchIfEmpty(Handled.applied());
    }

    private Mono<Handled> leave(Work work, String orderId, Batch batch, int tries) {
        return members.of(work.tx(), batch.id()).flatMap(cargo -> {
            if (cargo.stream().noneMatch(one -> one.orderId().equals(orderId))) {
                return tries > 0
                        ? leave(work, orderId, tries - 1)
                        : Mono.error(new IllegalStateException("The order changes its batch all the time"));
            }
            return BatchStateMachine.isBeforePickUp(batch.state())
                    ? removing.remove(work, batch, cargo, Set.of(orderId), REASON)
                            .then(Handled.applied())
                    : Handled.ignored(Handled.Reason.STATE);
        });
    }
}
