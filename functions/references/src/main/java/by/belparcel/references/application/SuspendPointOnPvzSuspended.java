package by.belparcel.references.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PvzEvent;
import by.belparcel.references.model.PvzStatus;
import reactor.core.publisher.Mono;

/** A point takes nothing for a while. */
public final class SuspendPointOnPvzSuspended implements EventHandler<PvzEvent.Suspended> {

    private final PointFollower follower;

    public SuspendPointOnPvzSuspended(PointFollower follower) {
        this.follower = follower;
    }

    @Override
    public Mono<Handled> on(PvzEvent.Suspended event, EventContext context) {
        return follower.settle(event.pvzId(), PvzStatus.SUSPENDED, context);
    }
}
