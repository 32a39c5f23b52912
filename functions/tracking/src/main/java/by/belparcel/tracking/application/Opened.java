package by.belparcel.tracking.application;

import by.belparcel.tracking.model.Situation;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fix and what is known about it.
 *
 * @param trip absent when the carrier drove none at that time
 * @param kind type of the carrier's vehicle, absent when unknown
 * @param told when a refusal by a rule was told last; absent for a carrier that nobody knows: about him nothing is told
 */
public record Opened(
        Situation situation,
        @Nullable TripFacts trip,
        @Nullable String kind,
        @Nullable Map<String, Instant> told) {

    public Opened {
        told = told == null ? null : Map.copyOf(told);
    }
}
