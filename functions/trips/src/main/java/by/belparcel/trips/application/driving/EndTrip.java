package by.belparcel.trips.application.driving;

import org.jspecify.annotations.Nullable;

/**
 * Somebody wants a trip over.
 *
 * @param force whether stops that nobody called at are given up
 */
public record EndTrip(
        String reason, boolean force, @Nullable Long expectedVersion) {}
