package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.CarrierEvent;
import by.belparcel.kernel.Availability;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.trips.application.TripWork;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Keeps the availability; a carrier that came ONLINE is offered what waits. */
public final class OfferTripsOnAvailabilityChanged implements EventHandler<CarrierEvent.AvailabilityChanged> {

    private final CarrierBook book;
    private final CarrierFreed freed;

    OfferTripsOnAvailabilityChanged(CarrierBook book, CarrierFreed freed) {
        this.book = book;
        this.freed = freed;
    }

    @Override
    public Mono<Handled> on(CarrierEvent.AvailabilityChanged event, EventContext context) {
        TripWork work = TripWork.of(context);
        GeoPoint place = place(event.lat(), event.lng());
        Mono<Boolean> change = book.available(work.tx(), event.carrierId(), event.availability(), place, event.at());
        return event.availability() == Availability.ONLINE
                ? freed.on(work, event.carrierId(), place, change)
                : change.flatMap(newer -> newer ? Handled.applied() : Handled.ignored(Handled.Reason.STALE));
    }

    private static @Nullable GeoPoint place(@Nullable Double lat, @Nullable Double lng) {
        return lat != null && lng != null && GeoPoint.isValid(lat, lng) ? new GeoPoint(lat, lng) : null;
    }
}
