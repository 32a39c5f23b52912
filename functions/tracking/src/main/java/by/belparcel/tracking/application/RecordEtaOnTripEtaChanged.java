package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TripEvent;
import by.belparcel.tracking.model.Trip;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The expected arrival at the next stop. */
public final class RecordEtaOnTripEtaChanged implements EventHandler<TripEvent.EtaChanged> {

    private final TripBook book;

    public RecordEtaOnTripEtaChanged(TripBook book) {
        this.book = book;
    }

    @Override
    public Mono<Handled> on(TripEvent.EtaChanged event, EventContext context) {
        long sequence = context.event().sequence();
        return book.change(event.tripId(), context, trip -> {
            if (sequence < trip.etaVersion()) {
                return Optional.empty();
            }
            int late = (int) ((event.lateS() + 59) / 60);
            Trip expected = trip.expected(event.etaAt(), event.quality(), late, sequence);
            return Optional.of(TripChange.of(expected, TripFrames.eta(expected)));
        });
    }
}
