package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.kernel.TripState;
import by.belparcel.tracking.model.Trip;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** A trip is over: it leaves the map, nobody drives it any more, and its silence says nothing. */
final class TripEnd {

    private TripEnd() {}

    static Mono<Handled> change(TripBook book, String tripId, TripState end, Instant at, EventContext context) {
        long sequence = context.event().sequence();
        return book.trips().lock(context.tx(), tripId).flatMap(trip -> {
            if (trip.isOver()) {
                return Handled.ignored(Handled.Reason.STALE);
            }
            boolean shown = trip.state() == TripState.IN_TRANSIT;
            Trip ended = trip.ended(end, at, Math.max(sequence, trip.stateVersion()));
            TripChange change = new TripChange(ended, TripFrames.state(ended), shown ? end.name() : null);
            return book.save(tripId, change, context)
                    .then(book.trips().drives(context.tx(), tripId, null, at))
                    .then(SignalChanges.end(tripId, trip.silenceCheck(), context))
                    .then(Handled.applied());
        });
    }
}
