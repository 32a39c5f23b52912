package by.belparcel.references.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PvzEvent;
import reactor.core.publisher.Mono;

/** A point was set up. */
public final class AddPointOnPvzCreated implements EventHandler<PvzEvent.Created> {

    private final PointFollower follower;

    public AddPointOnPvzCreated(PointFollower follower) {
        this.follower = follower;
    }

    @Override
    public Mono<Handled> on(PvzEvent.Created event, EventContext context) {
        return follower.adopt(event.pvzId(), event.state(), null, context);
    }
}
