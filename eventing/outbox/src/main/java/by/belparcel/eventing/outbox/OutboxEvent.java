package by.belparcel.eventing.outbox;

import by.belparcel.eventing.envelope.EventMetadata;

/**
 * An event to append: the partition key of its metadata is the aggregate id, the sequence its version.
 *
 * @param topic Kafka topic that carries it
 * @param data the payload as JSON text
 */
public record OutboxEvent(EventMetadata metadata, String topic, String data) {}
