package by.belparcel.eventing.handling;

import by.belparcel.eventing.envelope.EventMetadata;

/**
 * An event on its way into the outbox.
 *
 * @param metadata complete; its id is the id of the outbox row and never changes, its partition key the aggregate id, its sequence
 *     the aggregate version (0 = none)
 * @param topic Kafka topic that carries it
 * @param data JSON bytes of the payload
 */
public record Emitted(EventMetadata metadata, String topic, byte[] data) {}
