package by.belparcel.runner.manifest;

import java.util.Map;

/** A KafkaTopic (Strimzi): the topic's name, partitions, replicas and configuration. */
public record TopicManifest(String topic, int partitions, int replicas, Map<String, String> config, Place place) {}
