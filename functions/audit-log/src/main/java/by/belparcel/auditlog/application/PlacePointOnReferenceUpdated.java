package by.belparcel.auditlog.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Follows how pick-up points are called and in which region they lie. */
public final class PlacePointOnReferenceUpdated implements EventHandler<PlatformEvent.ReferenceUpdated> {

    private final Points points;

    public PlacePointOnReferenceUpdated(Points points) {
        this.points = points;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.ReferenceUpdated event, EventContext context) {
        Map<String, Object> state = event.state() == null ? Map.of() : event.state();
        if (event.kind().equals("pvz")
                && state.get("code") instanceof String code
                && state.get("lat") instanceof Number lat
                && state.get("lng") instanceof Number lng) {
            String region = state.get("region") instanceof String named ? named : null;
            Points.Place place =
                    new Points.Place(event.id(), code, region, lat.doubleValue(), lng.doubleValue(), event.version());
            return points.place(context.tx(), place)
                    .flatMap(newer -> newer ? Handled.applied() : Handled.ignored(Handled.Reason.STALE));
        }
        return Handled.ignored(Handled.Reason.STATE);
    }
}
