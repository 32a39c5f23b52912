package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.Meter;
import by.belparcel.events.AssignmentEvent;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.application.Trips;
import by.belparcel.trips.application.Whereabouts;
import by.belparcel.trips.model.TripRecord;
import by.belparcel.trips.model.assigning.Need;
import by.belparcel.trips.model.assigning.Policy;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Finds a carrier for a trip that has none (or whose vehicle stands still): offers it to the best, or waits and tries again, or
 * gives it to the operator. The caller holds the trip's lock and has ended the old assignment.
 */
final class CarrierSearch {

    static final String RETRY_TIMER = "assignment.retry";

    private final Trips trips;
    private final Assignments assignments;
    private final Searches searches;
    private final CarrierChoice choice;
    private final Whereabouts whereabouts;
    private final Offers offers;
    private final AssigningSettings settings;
    private final Meter meter;
    private final Needs needs;

    CarrierSearch(
            Trips trips,
            Assignments assignments,
            Searches searches,
            CarrierChoice choice,
            Whereabouts whereabouts,
            Offers offers,
            AssigningSettings settings,
            Meter meter) {
        this.meter = meter;
        this.trips = trips;
        this.assignments = assignments;
        this.searches = searches;
        this.choice = choice;
        this.whereabouts = whereabouts;
        this.offers = offers;
        this.settings = settings;
        this.needs = new Needs(settings);
    }

    /** @return the trip afterwards, saved */
    Mono<TripRecord> seek(TripWork work, TripRecord trip, Seek seek) {
        if (seek.automatic() && settings.policy(seek.trigger()) != Policy.AUTO) {
            return stop(work, trip, seek, 0, "POLICY");
        }
        return assignments
                .tally(work.tx(), trip.id(), work.now().minus(settings.automaticWindow()))
                .flatMap(tally -> seek.automatic() && tally.automatic() >= settings.automaticMax()
                        ? stop(work, trip, seek, tally.automatic(), "LOOP_GUARD")
                        : placed(work, trip, seek).flatMap(wish -> choose(work, trip, wish, tally.attempts() + 1)));
    }

    /** A vehicle that stands nobody knows where is met where it was last seen. */
    private Mono<Seek> placed(TripWork work, TripRecord trip, Seek seek) {
        return seek.place() != null || trip.lastPlace() != null
                ? Mono.just(seek)
                : whereabouts.of(work.tx(), trip).map(seek::at).defaultIfEmpty(seek);
    }

    private Mono<TripRecord> stop(TripWork work, TripRecord trip, Seek seek, int attempts, String why) {
        return seek.once() ? Mono.just(trip) : giveUp(work, trip, seek, attempts, Map.of(why, attempts), why);
    }

    private Mono<TripRecord> choose(TripWork work, TripRecord trip, Seek seek, int attempt) {
        Need need = needs.of(trip, seek, work.now());
        return choice.choose(work, trip, need, seek.patient())
                .flatMap(found -> found.carrier()
                        .map(carrier -> offers.make(
                                work,
                                trip,
                                new Offers.Offer(
                                        carrier,
                                        seek,
                                        attempt,
                                        found.ranking(),
                                        Decision.json(found, work.now()),
                                        null,
                                        null)))
                        .orElseGet(() -> seek.once() ? Mono.just(trip) : waitFor(work, trip, seek, found)));
    }

    /** Nobody fits: the next try comes with the timer or with the first carrier that becomes free, whichever is earlier (D2). */
    private Mono<TripRecord> waitFor(TripWork work, TripRecord trip, Seek seek, CarrierChoice.Choice found) {
        return searches.find(work.tx(), trip.id())
                .defaultIfEmpty(new Searches.Search(
                        trip.id(),
                        work.newId().get(),
                        seek.retries(),
                        seek.trigger(),
                        seek.reason(),
                        seek.fromCarrierId(),
                        false,
                        work.now()))
                .flatMap(search -> search.retries() >= settings.retries()
                        ? searches.save(work.tx(), search.given())
                                .then(Mono.defer(() -> giveUp(
                                        work,
                                        trip,
                                        seek,
                                        search.retries() + 1,
                                        Decision.reasons(found.ranking()),
                                        "NO_CARRIER")))
                        : retryLater(work, trip, search.retried()));
    }

    private Mono<TripRecord> retryLater(TripWork work, TripRecord trip, Searches.Search search) {
        String key = search.round() + ":" + search.retries();
        return searches.save(work.tx(), search)
                .then(Mono.defer(() -> work.timers().set(RETRY_TIMER, trip.id(), key, settings.retryAfter())))
                .thenReturn(trip);
    }

    private Mono<TripRecord> giveUp(
            TripWork work, TripRecord trip, Seek seek, int attempts, Map<String, Integer> reasons, String why) {
        Offers.count(meter, seek.trigger(), "manual");
        TripRecord after = trip.withNeedsManual(true);
        work.emitter()
                .emit(
                        new AssignmentEvent.AssignmentExhausted(trip.id(), attempts, reasons, work.now()),
                        after.version());
        return trips.save(work, after, "NEEDS_MANUAL " + why);
    }
}
