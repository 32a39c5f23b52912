package by.belparcel.pricing.rules;

import org.jspecify.annotations.Nullable;

/** A price zone by distance. @param upToKm last whole km of the zone, absent for the last zone, which has no end */
record ZoneBand(String zone, @Nullable Integer upToKm) {}
