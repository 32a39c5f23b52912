package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.CarrierEvent;
import by.belparcel.events.VehicleSpec;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.assigning.Candidate;
import reactor.core.publisher.Mono;

/** Keeps shift and vehicle, and tries what waits near the carrier. */
public final class OfferTripsOnShiftStarted implements EventHandler<CarrierEvent.ShiftStarted> {

    private final CarrierBook book;
    private final CarrierFreed freed;

    OfferTripsOnShiftStarted(CarrierBook book, CarrierFreed freed) {
        this.book = book;
        this.freed = freed;
    }

    @Override
    public Mono<Handled> on(CarrierEvent.ShiftStarted event, EventContext context) {
        TripWork work = TripWork.of(context);
        VehicleSpec v = event.vehicle();
        Candidate.Vehicle vehicle = new Candidate.Vehicle(v.type(), v.payloadG(), v.volumeCm3(), v.slots());
        return freed.on(
                work,
                event.carrierId(),
                null,
                book.shift(work.tx(), event.carrierId(), vehicle, event.endsBy(), event.at()));
    }
}
