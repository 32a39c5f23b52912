package by.belparcel.references.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PvzEvent;
import reactor.core.publisher.Mono;

/** A point changed. */
public final class EditPointOnPvzUpdated implements EventHandler<PvzEvent.Updated> {

    private final PointFollower follower;

    public EditPointOnPvzUpdated(PointFollower follower) {
        this.follower = follower;
    }

    @Override
    public Mono<Handled> on(PvzEvent.Updated event, EventContext context) {
        return follower.adopt(event.pvzId(), event.state(), event.changed(), context);
    }
}
