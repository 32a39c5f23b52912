package by.belparcel.runner.manifest;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a Strimzi KafkaTopic, for which fabric8 publishes no model; only its shape is used. */
record StrimziTopic(
        String apiVersion,
        String kind,
        ObjectMeta metadata,
        Spec spec,
        @Nullable Map<String, Object> status) {

    record Spec(
            @Nullable String topicName,
            @Nullable Integer partitions,
            @Nullable Integer replicas,
            @Nullable Map<String, Object> config) {}
}
