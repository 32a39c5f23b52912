package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.CarrierEvent;
import reactor.core.publisher.Mono;

/** An administrator lets a carrier work again; nothing else does (D11). */
public final class AdmitCarrierOnCarrierActivated implements EventHandler<CarrierEvent.Activated> {

    private final CarrierStore carriers;

    public AdmitCarrierOnCarrierActivated(CarrierStore carriers) {
        this.carriers = carriers;
    }

    @Override
    public Mono<Handled> on(CarrierEvent.Activated event, EventContext context) {
        return carriers.activate(context.tx(), event.carrierId(), true, event.at())
                .flatMap(Newer::handled);
    }
}
