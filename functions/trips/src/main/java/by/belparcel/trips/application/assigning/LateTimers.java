package by.belparcel.trips.application.assigning;

import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.TripRecord;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Timers {@code trip.late-departure} of a confirmed trip: one for the alert, one for the reassignment. */
final class LateTimers {

    static final String TIMER = "trip.late-departure";

    private final AssigningSettings settings;

    LateTimers(AssigningSettings settings) {
        this.settings = settings;
    }

    /** Set once per assignment and planned departure. */
    Mono<Void> set(TripWork work, TripRecord trip, String assignmentId) {
        return timer(work, trip, assignmentId, "alert", settings.lateAfter())
                .then(Mono.defer(() -> timer(work, trip, assignmentId, "reassign", settings.reassignAfter())));
    }

    /** Whether the trip should have left so long ago that it gets another carrier. */
    boolean isOver(TripRecord trip, Instant now) {
        return !now.isBefore(trip.plannedDeparture().plus(settings.reassignAfter()));
    }

    private static Mono<Void> timer(TripWork work, TripRecord trip, String assignmentId, String stage, Duration after) {
        Instant due = trip.plannedDeparture().plus(after);
        Duration delay = due.isAfter(work.now()) ? Duration.between(work.now(), due) : Duration.ZERO;
        String key = String.join(
                ":", assignmentId, Long.toString(trip.plannedDeparture().getEpochSecond()), stage);
        return work.timers().set(TIMER, trip.id(), key, delay);
    }
}
