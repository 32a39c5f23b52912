package by.belparcel.eventing.envelope;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * JSON bytes → the payload record. Unknown fields are ignored; a component that is not {@code @Nullable} must be there, in nested
 * records and lists too, so a handler never meets a null that the schema forbids.
 */
public final class EventDecoder {

    private EventDecoder() {}

    /** The payload, or why it is none. */
    public sealed interface Payload<E> {

        record Read<E>(E event) implements Payload<E> {}

        /** @param detail names the field, never a value */
        record Unreadable<E>(String detail) implements Payload<E> {}
    }

    public static <E extends DomainEvent> Payload<E> decode(EventType<E> type, byte[] data) {
        E event;
        try {
            event = Json.mapper().readValue(data, type.payload());
        } catch (JacksonException e) {
            return new Payload.Unreadable<>("data is not a " + type.shortName() + where(e));
        }
        if (event == null) {
            return new Payload.Unreadable<>("data is null");
        }
        return missing(event, "")
                .<Payload<E>>map(field -> new Payload.Unreadable<>(field + " is required"))
                .orElseGet(() -> new Payload.Read<>(event));
    }

    private static String where(JacksonException e) {
        String path = e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "" + step.getIndex() : step.getPropertyName())
                .reduce("", (a, b) -> a + "/" + b);
        return path.isEmpty() ? "" : " at " + path;
    }

    /** Pointer of the first component that is null and must not be. */
    private static Optional<String> missing(@Nullable Object value, String pointer) {
        if (value instanceof Record composite) {
            return Arrays.stream(composite.getClass().getRecordComponents())
                    .flatMap(component -> missing(composite, component, pointer).stream())
                    .findFirst();
        }
        if (value instanceof Collection<?> elements) {
            return elements.stream()
                    .flatMap(element -> missing(element, pointer + "/-").stream())
                    .findFirst();
        }
        return Optional.empty();
    }

    private static Optional<String> missing(Record composite, RecordComponent component, String pointer) {
        Object value = read(composite, component);
        String here = pointer + "/" + snakeCase(component.getName());
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return value == null && !optional ? Optional.of(here) : missing(value, here);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(\\p{Upper})", "_$1").toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object read(Record composite, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(composite);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
