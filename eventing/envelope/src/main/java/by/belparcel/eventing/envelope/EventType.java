package by.belparcel.eventing.envelope;

/**
 * Ties a CloudEvent type to its payload record and its topic.
 *
 * @param name full CloudEvent type, {@code by.belparcel.<domain>.<event>.v<major>}
 * @param topic Kafka topic that carries it
 * @param payload record of the payload
 */
public record EventType<E extends DomainEvent>(String name, String topic, Class<E> payload) {

    private static final String PREFIX = "by.belparcel.";

    /** @param shortName name without prefix and version, such as {@code order.created} */
    public static <E extends DomainEvent> EventType<E> v1(String shortName, String topic, Class<E> payload) {
        return new EventType<>(PREFIX + shortName + ".v1", topic, payload);
    }

    /** The name without prefix and major version: {@code order.created}. */
    public String shortName() {
        return name.substring(PREFIX.length(), name.lastIndexOf(".v"));
    }
}
