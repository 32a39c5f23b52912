package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.CarrierEvent;
import reactor.core.publisher.Mono;

/** Positions of a deactivated carrier are refused. */
public final class BarCarrierOnCarrierDeactivated implements EventHandler<CarrierEvent.Deactivated> {

    private final CarrierStore carriers;

    public BarCarrierOnCarrierDeactivated(CarrierStore carriers) {
        this.carriers = carriers;
    }

    @Override
    public Mono<Handled> on(CarrierEvent.Deactivated event, EventContext context) {
        return carriers.activate(context.tx(), event.carrierId(), false, event.at())
                .flatMap(Newer::handled);
    }
}
