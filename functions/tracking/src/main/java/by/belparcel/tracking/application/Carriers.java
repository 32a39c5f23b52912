package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.kernel.TripState;
import by.belparcel.tracking.model.Trip;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Another carrier for a trip: before it starts at once, on the road only when the boxes changed hands. */
final class Carriers {

    private Carriers() {}

    static Mono<Handled> change(TripBook book, String tripId, String carrierId, EventContext context) {
        long sequence = context.event().sequence();
        return book.change(tripId, context, trip -> {
            if (trip.isOver() || !trip.isNews(sequence)) {
                return Optional.empty();
            }
            if (trip.state() == TripState.IN_TRANSIT) {
                return Optional.of(TripChange.of(trip.takenOverBy(carrierId, sequence), Frames.object()));
            }
            Trip offered = trip.offered(carrierId, sequence);
            return Optional.of(TripChange.of(offered, TripFrames.state(offered)));
        });
    }

    /** The carrier does not drive a trip that waits; whoever was chosen in his place meanwhile stays. */
    static Mono<Handled> release(TripBook book, String tripId, String carrierId, EventContext context) {
        long sequence = context.event().sequence();
        return book.change(tripId, context, trip -> {
            boolean his = trip.state() == TripState.ASSIGNED && carrierId.equals(trip.carrierId());
            if (!his || !trip.isNews(sequence)) {
                return Optional.empty();
            }
            Trip released = trip.released(sequence);
            return Optional.of(TripChange.of(released, TripFrames.state(released)));
        });
    }
}
