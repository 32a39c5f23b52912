package by.belparcel.batching.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.OrderEvent;
import reactor.core.publisher.Mono;

/** A missing parcel is given up. */
public final class GiveUpParcelOnOrderLost implements EventHandler<OrderEvent.Lost> {

    private final Settling settling;

    public GiveUpParcelOnOrderLost(Settling settling) {
        this.settling = settling;
    }

    @Override
    public Mono<Handled> on(OrderEvent.Lost event, EventContext context) {
        return settling.settle(
                Work.of(context), event.orderId(), event.parcelNo(), MissingParcel.State.LOST, event.at());
    }
}
