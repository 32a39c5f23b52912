package by.belparcel.runner.manifest;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A KafkaSink: events posted to {@link #address} are written to {@code topic}; it creates the topic when partitions are given. */
public record SinkManifest(
        Key key,
        String topic,
        boolean structured,
        @Nullable Integer partitions,
        @Nullable Integer replicas,
        Place place) {

    /** The address that a reference to this sink resolves to. */
    public URI address() {
        return Addresses.kafkaSink(key);
    }
}
