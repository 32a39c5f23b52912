package by.belparcel.trips.application.assigning;

import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.TripRecord;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * The timer {@code trip.late-departure} of a confirmed trip. It counts from the planned departure; a carrier that took the trip
 * only after that has its time from then on. (Alerts about late departures have a timer of their own.)
 */
final class LateTimers {

    static final String TIMER = "trip.late-departure";

    private final AssigningSettings settings;

    LateTimers(AssigningSettings settings) {
        this.settings = settings;
    }

    /** Set once per assignment and planned departure. */
    Mono<Void> set(TripWork work, TripRecord trip, AssignmentRecord confirmed) {
        Instant due = due(trip, confirmed);
        Duration delay = due.isAfter(work.now()) ? Duration.between(work.now(), due) : Duration.ZERO;
        String key = confirmed.id() + ":" + trip.plannedDeparture().getEpochSecond() + ":reassign";
        return work.timers().set(TIMER, trip.id(), key, delay);
    }

    /** Whether the trip should have left so long ago that it gets another carrier. */
    boolean isOver(TripRecord trip, AssignmentRecord confirmed, Instant now) {
        return !now.isBefore(due(trip, confirmed));
    }

    private Instant due(TripRecord trip, AssignmentRecord confirmed) {
        Instant departure = trip.plannedDeparture();
        Instant taken = confirmed.confirmedAt();
        Instant from = taken != null && taken.isAfter(departure) ? taken : departure;
        return from.plus(settings.reassignAfter());
    }
}
