package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import by.belparcel.trips.model.assigning.Candidate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Keeps what administrators say of carriers. An older version never replaces a newer one. */
public final class RegisterCarrierOnReferenceUpdated implements EventHandler<PlatformEvent.ReferenceUpdated> {

    private final CarrierBook book;

    public RegisterCarrierOnReferenceUpdated(CarrierBook book) {
        this.book = book;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.ReferenceUpdated event, EventContext context) {
        Map<String, Object> state = event.state();
        if (!event.kind().equals("carrier") || state == null) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        CarrierBook.Reference reference;
        try {
            reference = read(event.id(), event.version(), state);
        } catch (ClassCastException | NullPointerException e) {
            return Mono.just(new Handled.Poison("SCHEMA", "The state of this carrier is incomplete."));
        }
        return book.adopt(context.tx(), reference, event.at())
                .flatMap(newer -> newer ? Handled.applied() : Handled.ignored(Handled.Reason.STALE));
    }

    private static CarrierBook.Reference read(String id, long version, Map<String, Object> state) {
        Map<?, ?> vehicle = (Map<?, ?>) value(state, "vehicle");
        @Nullable Object parallel = state.get("max_parallel_trips");
        @Nullable Object skills = state.get("skills");
        return new CarrierBook.Reference(
                id,
                version,
                (Boolean) value(state, "is_active"),
                (String) state.get("home_warehouse"),
                new Candidate.Vehicle(
                        (String) value(vehicle, "type"),
                        ((Number) value(vehicle, "payload_g")).longValue(),
                        ((Number) value(vehicle, "volume_cm3")).longValue(),
                        ((Number) value(vehicle, "slots")).intValue()),
                skills == null
                        ? List.of()
                        : ((List<?>) skills).stream().map(String.class::cast).toList(),
                parallel == null ? 1 : ((Number) parallel).intValue());
    }

    private static Object value(Map<?, ?> state, String name) {
        return Objects.requireNonNull(state.get(name), name);
    }
}
