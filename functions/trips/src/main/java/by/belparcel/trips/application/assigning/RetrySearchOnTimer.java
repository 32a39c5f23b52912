package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import by.belparcel.trips.application.TripWork;
import reactor.core.publisher.Mono;

/** {@code assignment.retry}: looks again, farther away; after the last try the trip goes to the manual queue. */
public final class RetrySearchOnTimer implements EventHandler<PlatformEvent.TimerFired> {

    /** Kind of the timer; its subject is the trip. */
    public static final String TIMER = CarrierSearch.RETRY_TIMER;

    private final TripLocks locks;
    private final Waiting waiting;

    public RetrySearchOnTimer(TripLocks locks, Waiting waiting) {
        this.locks = locks;
        this.waiting = waiting;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.TimerFired event, EventContext context) {
        return locks.on(TripWork.of(context), event.subject(), waiting::retry);
    }
}
