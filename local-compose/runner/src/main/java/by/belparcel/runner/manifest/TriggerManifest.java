package by.belparcel.runner.manifest;

import java.net.URI;

/** A Trigger: which events of {@code broker} go to {@code subscriber}, in which order and how hard the runner tries. */
public record TriggerManifest(
        Key key,
        Key broker,
        FilterSpec filter,
        URI subscriber,
        boolean ordered,
        DeliveryPolicy delivery,
        String consumerGroup,
        Place place) {}
