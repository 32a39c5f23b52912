package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.CarrierEvent;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.TripWork;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** HEALTH: a vehicle that failed its check does not leave; a trip that is on the road already is the driver's to report. */
public final class ReassignTripOnVehicleChecked implements EventHandler<CarrierEvent.VehicleChecked> {

    private final CarrierBook book;
    private final TripLocks locks;
    private final Replacing replacing;

    ReassignTripOnVehicleChecked(CarrierBook book, TripLocks locks, Replacing replacing) {
        this.book = book;
        this.locks = locks;
        this.replacing = replacing;
    }

    @Override
    public Mono<Handled> on(CarrierEvent.VehicleChecked event, EventContext context) {
        TripWork work = TripWork.of(context);
        if (event.passed()) {
            return book.contact(work.tx(), event.carrierId(), event.at()).then(Handled.applied());
        }
        return locks.holdOf(work, event.carrierId())
                .flatMapMany(Flux::fromIterable)
                .filter(held -> held.trip().state() == TripState.ASSIGNED)
                .concatMap(
                        held -> replacing.replace(work, held, AssignmentTrigger.HEALTH, "VEHICLE_CHECK_FAILED", null),
                        1)
                .then(Mono.defer(() -> book.contact(work.tx(), event.carrierId(), event.at())))
                .then(Handled.applied());
    }
}
