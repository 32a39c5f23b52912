package by.belparcel.references.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PvzEvent;
import by.belparcel.references.model.PvzStatus;
import reactor.core.publisher.Mono;

/** A point is given up. */
public final class ClosePointOnPvzClosed implements EventHandler<PvzEvent.Closed> {

    private final PointFollower follower;

    public ClosePointOnPvzClosed(PointFollower follower) {
        this.follower = follower;
    }

    @Override
    public Mono<Handled> on(PvzEvent.Closed event, EventContext context) {
        return follower.settle(event.pvzId(), PvzStatus.CLOSED, context);
    }
}
