package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import by.belparcel.kernel.AssignmentState;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.assigning.AssignmentMove;
import reactor.core.publisher.Mono;

/** {@code assignment.confirm}: an offer that nobody answered expires and the next carrier is asked. */
public final class ExpireOfferOnConfirmTimeout implements EventHandler<PlatformEvent.TimerFired> {

    /** Kind of the timer; its subject is the assignment. */
    public static final String TIMER = Offers.CONFIRM_TIMER;

    private final Assignments assignments;
    private final TripLocks locks;
    private final Replacing replacing;

    public ExpireOfferOnConfirmTimeout(Assignments assignments, TripLocks locks, Replacing replacing) {
        this.assignments = assignments;
        this.locks = locks;
        this.replacing = replacing;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.TimerFired event, EventContext context) {
        TripWork work = TripWork.of(context);
        return assignments
                .find(work.tx(), event.subject())
                .flatMap(offer -> locks.on(work, offer.tripId(), (w, held) -> expire(w, held, offer.id())))
                .switchIfEmpty(Mono.defer(() -> Handled.ignored(Handled.Reason.STATE)));
    }

    /** Read again under the lock: the carrier may have answered in the last moment. */
    private Mono<Handled> expire(TripWork work, TripLocks.Held held, String assignmentId) {
        return held.open().stream()
                .filter(open -> open.id().equals(assignmentId) && unanswered(open))
                .findFirst()
                .map(open -> replacing
                        .next(work, held.trip(), open, AssignmentMove.EXPIRE, "NO_ANSWER")
                        .then(Handled.applied()))
                .orElseGet(() -> Handled.ignored(Handled.Reason.STATE));
    }

    private static boolean unanswered(AssignmentRecord open) {
        return open.state() == AssignmentState.OFFERED
                || (open.state() == AssignmentState.HANDOVER && open.confirmedAt() == null);
    }
}
