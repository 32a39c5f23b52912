package by.belparcel.runner.manifest;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** A KafkaSource: topics whose records become CloudEvents for {@code sink}; {@code extensions} are the ceOverrides. */
public record SourceManifest(
        Key key,
        List<String> topics,
        String consumerGroup,
        boolean fromEarliest,
        boolean ordered,
        DeliveryPolicy delivery,
        URI sink,
        Map<String, String> extensions,
        KeyType keyType,
        int consumers,
        Place place) {

    /** How a record key that is no CloudEvent is read (label {@code kafkasources.sources.knative.dev/key-type}). */
    public enum KeyType {
        STRING,
        INT,
        FLOAT,
        BYTE_ARRAY
    }
}
