package by.belparcel.batching.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PvzOrderEvent;
import reactor.core.publisher.Mono;

/** A parcel lies at a pick-up point: if a batch lacked it, it lacks one less. */
public final class FindParcelOnPvzOrderAccepted implements EventHandler<PvzOrderEvent.Accepted> {

    private final Settling settling;

    public FindParcelOnPvzOrderAccepted(Settling settling) {
        this.settling = settling;
    }

    @Override
    public Mono<Handled> on(PvzOrderEvent.Accepted event, EventContext context) {
        String orderId = event.orderId();
        return orderId == null
                ? Handled.ignored(Handled.Reason.STATE)
                : settling.settle(
                        Work.of(context), orderId, event.parcelNo(), MissingParcel.State.FOUND, event.timestamp());
    }
}
