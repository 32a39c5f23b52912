package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.kernel.StopState;
import by.belparcel.tracking.model.Trip;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** A stop of a trip went on. */
final class StopProgress {

    private StopProgress() {}

    /** A stop of a plan that has not come yet is waited for. */
    static Mono<Handled> change(
            TripBook book, String tripId, int seq, String placeId, StopState state, EventContext context) {
        return book.trips().lock(context.tx(), tripId).flatMap(trip -> {
            Trip next = trip.at(seq, placeId, state);
            if (next == null) {
                boolean planIsOlder = trip.planVersion() < context.event().sequence();
                return planIsOlder
                        ? Mono.just(new Handled.Later("PLAN_MISSING", "The plan with this stop has not come yet."))
                        : Handled.ignored(Handled.Reason.STALE);
            }
            ObjectNode frame = TripFrames.stops(next);
            if (trip.etaAt() != null && next.etaAt() == null) {
                TripFrames.eta(next).properties().forEach(eta -> frame.set(eta.getKey(), eta.getValue()));
            }
            return book.save(tripId, TripChange.of(next, frame), context).then(Handled.applied());
        });
    }
}
