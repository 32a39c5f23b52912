package by.belparcel.tracking.application;

import by.belparcel.tracking.model.Fix;
import by.belparcel.tracking.model.Rule;
import java.time.Instant;
import java.util.Map;

/** A refused position, for support. @param values what the rule measured */
public record RejectedView(
        long id, Rule rule, Map<String, Object> values, Instant deviceTime, Instant receivedTime, Fix fix) {}
