package by.belparcel.runner.manifest;

import java.net.URI;

/** A Broker of class Kafka: its topic (created by the runner unless {@code external}) and the delivery of its Triggers. */
public record BrokerManifest(
        Key key, String topic, boolean external, int partitions, int replicas, DeliveryPolicy delivery, Place place) {

    /** The address that a reference to this Broker resolves to. */
    public URI address() {
        return Addresses.broker(key);
    }
}
