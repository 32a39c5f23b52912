package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TripEvent;
import by.belparcel.tracking.model.Trip;
import reactor.core.publisher.Mono;

/** The trip is on the road: positions of its carrier count, and his silence is watched. */
public final class StartTripOnTripStarted implements EventHandler<TripEvent.Started> {

    private final TripBook book;
    private final SignalChanges signals;

    public StartTripOnTripStarted(TripBook book, SignalChanges signals) {
        this.book = book;
        this.signals = signals;
    }

    @Override
    public Mono<Handled> on(TripEvent.Started event, EventContext context) {
        long sequence = context.event().sequence();
        return book.trips().lock(context.tx(), event.tripId()).flatMap(trip -> {
            if (trip.isOver() || !trip.isNews(sequence)) {
                return late(event, trip, context);
            }
            Trip started = trip.started(event.carrierId(), event.startedAt(), sequence);
            return book.save(event.tripId(), TripChange.of(started, TripFrames.state(started)), context)
                    .then(book.trips().drives(context.tx(), event.tripId(), event.carrierId(), event.startedAt()))
                    .then(signals.begin(event.tripId(), trip.silenceCheck(), context))
                    .then(Handled.applied());
        });
    }

    /** The end came first. The drive still happened: late positions of it belong to the track. */
    private Mono<Handled> late(TripEvent.Started event, Trip trip, EventContext context) {
        if (trip.endedAt() == null) {
            return Handled.ignored(Handled.Reason.STALE);
        }
        return book.trips()
                .drove(context.tx(), event.tripId(), event.carrierId(), event.startedAt(), trip.endedAt())
                .then(book.trips().save(context.tx(), trip.begunAt(event.startedAt())))
                .then(Handled.applied());
    }
}
