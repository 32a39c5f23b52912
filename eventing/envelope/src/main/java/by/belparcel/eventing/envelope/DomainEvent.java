package by.belparcel.eventing.envelope;

import java.util.Map;
import java.util.Optional;

/** A fact of the published language: a record whose components are the event's payload. */
public interface DomainEvent {

    /** The type token of this record. */
    EventType<?> type();

    /** Identity of the aggregate the fact belongs to: partition key and, unless {@link #about} says otherwise, subject. */
    String aggregateId();

    /**
     * The subject attribute where it is not the aggregate. Its name is no attribute's: a payload may well have a component
     * {@code subject}, whose accessor would take its place.
     */
    default String about() {
        return aggregateId();
    }

    /** The id of the event where its payload repeats it; otherwise the envelope draws one. */
    default Optional<String> identity() {
        return Optional.empty();
    }

    /** Further extension attributes to filter on, lower-case letters and digits, ASCII values. */
    default Map<String, String> attributes() {
        return Map.of();
    }
}
