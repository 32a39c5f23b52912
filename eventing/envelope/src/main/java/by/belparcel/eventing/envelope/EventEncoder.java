package by.belparcel.eventing.envelope;

/** A fact → the JSON bytes of its payload. */
public final class EventEncoder {

    /** CloudEvents intermediaries must forward 64 KiB; larger contents travel as an object reference. */
    public static final int DATA_LIMIT = CloudEvents.DATA_LIMIT;

    private EventEncoder() {}

    /** @throws IllegalArgumentException when the payload has more than 64 KiB: a fault of the program, the command must fail */
    public static byte[] data(DomainEvent event) {
        byte[] data = Json.mapper().writeValueAsBytes(event);
        if (data.length > DATA_LIMIT) {
            throw new IllegalArgumentException(
                    event.type().name() + " has " + data.length + " bytes, more than " + DATA_LIMIT);
        }
        return data;
    }

    /** The event as it travels. */
    public static EventEnvelope envelope(EventMetadata metadata, DomainEvent event) {
        return new EventEnvelope(metadata, data(event));
    }
}
