package by.belparcel.references.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PvzEvent;
import by.belparcel.references.model.PvzStatus;
import reactor.core.publisher.Mono;

/** A point works again. */
public final class OpenPointOnPvzResumed implements EventHandler<PvzEvent.Resumed> {

    private final PointFollower follower;

    public OpenPointOnPvzResumed(PointFollower follower) {
        this.follower = follower;
    }

    @Override
    public Mono<Handled> on(PvzEvent.Resumed event, EventContext context) {
        return follower.settle(event.pvzId(), PvzStatus.OPEN, context);
    }
}
