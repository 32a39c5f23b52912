package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import by.belparcel.kernel.AssignmentState;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.TripWork;
import reactor.core.publisher.Mono;

/**
 * {@code trip.late-departure}: a confirmed trip that should have left 45 minutes ago gets another carrier. When the departure was
 * postponed in the meantime, the timer is set again.
 */
public final class ReassignOnLateDeparture implements EventHandler<PlatformEvent.TimerFired> {

    /** Kind of the timer; its subject is the trip. */
    public static final String TIMER = LateTimers.TIMER;

    private final TripLocks locks;
    private final Replacing replacing;
    private final LateTimers timers;

    ReassignOnLateDeparture(TripLocks locks, Replacing replacing, LateTimers timers) {
        this.locks = locks;
        this.replacing = replacing;
        this.timers = timers;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.TimerFired event, EventContext context) {
        return locks.on(TripWork.of(context), event.subject(), this::check);
    }

    private Mono<Handled> check(TripWork work, TripLocks.Held held) {
        AssignmentRecord live = held.live();
        if (held.trip().state() != TripState.ASSIGNED || live == null || live.state() != AssignmentState.CONFIRMED) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        if (!timers.isOver(held.trip(), live, work.now())) {
            return timers.set(work, held.trip(), live).then(Handled.applied());
        }
        return replacing
                .replace(work, held, AssignmentTrigger.LATE_DEPARTURE, "NOT_DEPARTED", null)
                .flatMap(changed -> changed ? Handled.applied() : Handled.ignored(Handled.Reason.STATE));
    }
}
