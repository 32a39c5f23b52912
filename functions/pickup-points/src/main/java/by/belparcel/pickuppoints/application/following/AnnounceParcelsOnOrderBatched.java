package by.belparcel.pickuppoints.application.following;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.OrderEvent;
import by.belparcel.pickuppoints.application.InboundBatches;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.model.InboundBatch;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Remembers what an order's parcels are, and in which batch they will come. */
public final class AnnounceParcelsOnOrderBatched implements EventHandler<OrderEvent.Batched> {

    private final InboundBatches batches;
    private final Announcements announcements;
    private final Placements placements;
    private final Expecting expecting;

    public AnnounceParcelsOnOrderBatched(
            InboundBatches batches, Announcements announcements, Placements placements, Expecting expecting) {
        this.batches = batches;
        this.announcements = announcements;
        this.placements = placements;
        this.expecting = expecting;
    }

    @Override
    public Mono<Handled> on(OrderEvent.Batched event, EventContext context) {
        if (event.parcels() == null || event.parcels().isEmpty()) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        ParcelWork work = ParcelWork.of(context);
        return batches.open(work.tx(), event.batchId(), work.now())
                .flatMap(batch -> placements.whereabouts(work.tx(), batch.id(), event.orderId()))
                .flatMap(place -> announce(event, place, work));
    }

    private Mono<Handled> announce(OrderEvent.Batched event, Optional<String> place, ParcelWork work) {
        Mono<Optional<InboundBatch>> present = place.map(
                        id -> batches.open(work.tx(), id, work.now()).map(Optional::of))
                .orElseGet(() -> Mono.just(Optional.empty()));
        return present.flatMap(batch -> announcements
                .announce(work.tx(), event, place.orElse(null))
                .flatMap(newer -> newer
                        ? batch.map(known -> expecting.expect(work, known))
                                .orElseGet(Mono::empty)
                                .then(Handled.applied())
                        : Handled.ignored(Handled.Reason.STALE)));
    }
}
