package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.CarrierEvent;
import reactor.core.publisher.Mono;

/** The carrier is off shift. */
public final class RecordShiftOnShiftEnded implements EventHandler<CarrierEvent.ShiftEnded> {

    private final CarrierBook book;

    public RecordShiftOnShiftEnded(CarrierBook book) {
        this.book = book;
    }

    @Override
    public Mono<Handled> on(CarrierEvent.ShiftEnded event, EventContext context) {
        return book.shift(context.tx(), event.carrierId(), null, null, event.at())
                .flatMap(newer -> newer ? Handled.applied() : Handled.ignored(Handled.Reason.STALE));
    }
}
