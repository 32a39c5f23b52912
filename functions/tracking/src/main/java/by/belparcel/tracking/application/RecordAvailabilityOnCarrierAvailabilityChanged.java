package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.CarrierEvent;
import reactor.core.publisher.Mono;

/** Whether the driver is ready for trips. */
public final class RecordAvailabilityOnCarrierAvailabilityChanged
        implements EventHandler<CarrierEvent.AvailabilityChanged> {

    private final CarrierStore carriers;

    public RecordAvailabilityOnCarrierAvailabilityChanged(CarrierStore carriers) {
        this.carriers = carriers;
    }

    @Override
    public Mono<Handled> on(CarrierEvent.AvailabilityChanged event, EventContext context) {
        return carriers.available(context.tx(), event.carrierId(), event.availability())
                .flatMap(Newer::handled);
    }
}
