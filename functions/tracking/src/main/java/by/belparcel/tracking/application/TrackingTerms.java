package by.belparcel.tracking.application;

import by.belparcel.tracking.model.Signal;
import by.belparcel.tracking.model.WatchTerms;
import java.time.Duration;

/**
 * Numbers of tracking that are configuration.
 *
 * @param acceptedEvery {@code tracking.position-accepted} of a trip at most so often
 * @param rejectedEvery {@code tracking.position-rejected} of a carrier and rule at most so often
 */
public record TrackingTerms(
        Profiles profiles, WatchTerms watch, Signal signal, Duration acceptedEvery, Duration rejectedEvery) {}
