package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.tracking.model.Trip;
import by.belparcel.tracking.stream.application.Feed;
import by.belparcel.tracking.stream.model.FeedKind;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Changes trips under their lock and tells live clients in the same transaction. */
public final class TripBook {

    private final TripStore trips;
    private final Feed feed;

    public TripBook(TripStore trips, Feed feed) {
        this.trips = trips;
        this.feed = feed;
    }

    TripStore trips() {
        return trips;
    }

    /** @param step empty = the event is older than what is known */
    Mono<Handled> change(String tripId, EventContext context, Function<Trip, Optional<TripChange>> step) {
        return trips.lock(context.tx(), tripId)
                .flatMap(trip -> step.apply(trip)
                        .map(change -> save(tripId, change, context).then(Handled.applied()))
                        .orElseGet(() -> Handled.ignored(Handled.Reason.STALE)));
    }

    Mono<Void> save(String tripId, TripChange change, EventContext context) {
        Mono<Void> told = change.frame().isEmpty()
                ? Mono.empty()
                : Mono.defer(() -> feed.append(context.tx(), FeedKind.TRIP, tripId, change.frame()));
        Mono<Void> removed = change.removed() == null
                ? Mono.empty()
                : Mono.defer(() -> trips.forget(context.tx(), tripId)
                        .then(feed.append(
                                context.tx(),
                                FeedKind.REMOVED,
                                tripId,
                                Frames.object()
                                        .put("reason", change.removed())
                                        .put("at", context.now().toString()))));
        return trips.save(context.tx(), change.trip()).then(told).then(removed);
    }
}
