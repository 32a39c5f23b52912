package by.belparcel.pickuppoints.application.following;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import by.belparcel.pickuppoints.model.PointStatus;
import java.util.Arrays;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Keeps the points the same as the reference data, which may be edited there. */
public final class AdoptPointOnReferenceUpdated implements EventHandler<PlatformEvent.ReferenceUpdated> {

    private static final String KIND = "pvz";

    private final PointBook points;

    public AdoptPointOnReferenceUpdated(PointBook points) {
        this.points = points;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.ReferenceUpdated event, EventContext context) {
        Map<String, Object> state = event.state();
        if (!event.kind().equals(KIND) || state == null) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        if (!isComplete(state)) {
            return Mono.just(new Handled.Poison("SCHEMA", "The state of this pvz is incomplete."));
        }
        return points.adopt(context.tx(), event, context.now())
                .flatMap(newer -> newer ? Handled.applied() : Handled.ignored(Handled.Reason.STALE));
    }

    private static boolean isComplete(Map<String, Object> state) {
        return state.get("code") instanceof String
                && state.get("lat") instanceof Number
                && state.get("lng") instanceof Number
                && state.get("is_hub") instanceof Boolean
                && Arrays.stream(PointStatus.values())
                        .anyMatch(status -> status.name().equals(state.get("status")));
    }
}
