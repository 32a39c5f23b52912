package by.belparcel.events;

import by.belparcel.eventing.envelope.EventType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All event types of the published language, for documents, tests and look-ups by name. Not used on the way of an event. */
public final class EventCatalog {

    private static final List<Class<?>> FAMILIES = List.of(
            OrderEvent.class,
            PaymentEvent.class,
            PickupTicketEvent.class,
            BatchEvent.class,
            ReassignCommand.class,
            TripEvent.class,
            AssignmentEvent.class,
            CarrierEvent.class,
            TrackingEvent.class,
            PvzOrderEvent.class,
            PvzEvent.class,
            AlertEvent.class,
            PricingEvent.class,
            PlatformEvent.class);

    private EventCatalog() {}

    public static List<EventType<?>> all() {
        List<EventType<?>> types = new ArrayList<>();
        for (Class<?> family : FAMILIES) {
            for (Class<?> record : family.getPermittedSubclasses()) {
                types.add(typeOf(record));
            }
        }
        return List.copyOf(types);
    }

    public static Optional<EventType<?>> find(String name) {
        return all().stream().filter(type -> type.name().equals(name)).findFirst();
    }

    private static EventType<?> typeOf(Class<?> record) {
        try {
            Field field = record.getField("TYPE");
            return (EventType<?>) java.util.Objects.requireNonNull(field.get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(record + " has no TYPE", e);
        }
    }
}
