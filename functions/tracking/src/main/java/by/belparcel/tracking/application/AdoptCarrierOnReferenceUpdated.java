package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Vehicle, activity and time scale of carriers. */
public final class AdoptCarrierOnReferenceUpdated implements EventHandler<PlatformEvent.ReferenceUpdated> {

    private final CarrierStore carriers;

    public AdoptCarrierOnReferenceUpdated(CarrierStore carriers) {
        this.carriers = carriers;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.ReferenceUpdated event, EventContext context) {
        Map<String, Object> state = event.state();
        if (!event.kind().equals("carrier") || state == null) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        Object vehicle = state.get("vehicle");
        Object type = vehicle instanceof Map<?, ?> known ? known.get("type") : null;
        Object scale = state.get("time_scale");
        CarrierStore.CarrierState carrier = new CarrierStore.CarrierState(
                event.id(),
                type == null ? null : type.toString(),
                !Boolean.FALSE.equals(state.get("is_active")),
                scale instanceof Number number ? Math.clamp(number.intValue(), 1, 60) : 1,
                event.version(),
                event.at());
        return carriers.adopt(context.tx(), carrier).flatMap(Newer::handled);
    }
}
