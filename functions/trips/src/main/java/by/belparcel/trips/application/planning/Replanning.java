package by.belparcel.trips.application.planning;

import by.belparcel.trips.application.TripWork;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** A batch without a trip is looked at again by a timer, so that none is forgotten. */
public final class Replanning {

    /** Kind of the timer; its subject is the batch. */
    public static final String TIMER = "trip.replan";

    private Replanning() {}

    /** @param occasion one timer for each, whatever repeats */
    public static Mono<Void> again(TripWork work, String batchId, String occasion, Duration delay) {
        return work.timers().set(TIMER, batchId, batchId + ":" + occasion, delay);
    }
}
