package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.Handled;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.TripRecord;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Trips without a carrier: the first offer, the timed retries, and the try when a carrier becomes free. */
public final class Waiting {

    private static final Seek FIRST = Seek.of(AssignmentTrigger.INITIAL, "PLANNED", null);

    private final TripLocks locks;
    private final Searches searches;
    private final CarrierSearch search;
    private final AssigningSettings settings;

    Waiting(TripLocks locks, Searches searches, CarrierSearch search, AssigningSettings settings) {
        this.locks = locks;
        this.searches = searches;
        this.search = search;
        this.settings = settings;
    }

    Mono<Handled> offerFirst(TripWork work, TripLocks.Held held) {
        if (held.trip().state() != TripState.PLANNED
                || held.live() != null
                || held.trip().needsManual()) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        return search.seek(work, held.trip(), FIRST).then(Handled.applied());
    }

    /** The timer is a hint: a trip that has found somebody in the meantime has no search any more. */
    Mono<Handled> retry(TripWork work, TripLocks.Held held) {
        if (!waits(held)) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        return searches.find(work.tx(), held.trip().id())
                .filter(found -> !found.exhausted())
                .flatMap(found -> search.seek(work, held.trip(), found.seek()).then(Handled.applied()))
                .switchIfEmpty(Mono.defer(() -> Handled.ignored(Handled.Reason.STATE)));
    }

    /** A try out of turn: when it is in vain, the retries go on as if nothing had been. */
    Mono<TripRecord> tryNow(TripWork work, TripLocks.Held held) {
        TripRecord trip = held.trip();
        if (!waits(held)) {
            return Mono.just(trip);
        }
        return searches.find(work.tx(), trip.id())
                .map(Searches.Search::seek)
                .defaultIfEmpty(FIRST)
                .flatMap(seek -> search.seek(work, trip, seek.onlyOnce()));
    }

    /** Locks the waiting trips near a carrier, before its own row is locked: trips first, then carriers. */
    Flux<TripLocks.Held> near(TripWork work, GeoPoint place) {
        return searches.lockWaiting(work.tx(), place, settings.radius().capM(), settings.waitingAtOnce())
                .flatMapMany(Flux::fromIterable)
                .concatMap(id -> locks.hold(work, id), 1);
    }

    private static boolean waits(TripLocks.Held held) {
        return switch (held.trip().state()) {
            case PLANNED -> held.live() == null;
            case IN_TRANSIT -> held.handover() == null;
            default -> false;
        };
    }
}
