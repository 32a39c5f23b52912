package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.CarrierEvent;
import by.belparcel.trips.application.TripWork;
import reactor.core.publisher.Mono;

/** The carrier may work again: what waits near it is tried. */
public final class OfferTripsOnCarrierActivated implements EventHandler<CarrierEvent.Activated> {

    private final CarrierBook book;
    private final CarrierFreed freed;

    OfferTripsOnCarrierActivated(CarrierBook book, CarrierFreed freed) {
        this.book = book;
        this.freed = freed;
    }

    @Override
    public Mono<Handled> on(CarrierEvent.Activated event, EventContext context) {
        TripWork work = TripWork.of(context);
        return freed.on(work, event.carrierId(), null, book.activate(work.tx(), event.carrierId(), true, event.at()));
    }
}
