package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.AssignmentEvent;
import by.belparcel.kernel.TripState;
import by.belparcel.tracking.model.Trip;
import reactor.core.publisher.Mono;

/** The boxes changed hands: from then on the positions of the new carrier count, those of the old one no more (S-059). */
public final class MoveTripOnHandoverCompleted implements EventHandler<AssignmentEvent.HandoverCompleted> {

    private final TripBook book;

    public MoveTripOnHandoverCompleted(TripBook book) {
        this.book = book;
    }

    @Override
    public Mono<Handled> on(AssignmentEvent.HandoverCompleted event, EventContext context) {
        long sequence = context.event().sequence();
        return book.trips().lock(context.tx(), event.tripId()).flatMap(trip -> {
            if (trip.state() != TripState.IN_TRANSIT || !trip.isNews(sequence)) {
                return Handled.ignored(Handled.Reason.STALE);
            }
            String next = event.full() && trip.handoverTo() != null ? trip.handoverTo() : trip.carrierId();
            Trip moved = trip.drivenBy(next, sequence);
            return book.save(event.tripId(), TripChange.of(moved, TripFrames.state(moved)), context)
                    .then(book.trips().drives(context.tx(), event.tripId(), next, event.at()))
                    .then(Handled.applied());
        });
    }
}
