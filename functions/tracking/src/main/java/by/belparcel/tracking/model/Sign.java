package by.belparcel.tracking.model;

import by.belparcel.kernel.GeoPoint;

/** What a new position means beside where the vehicle is. */
public sealed interface Sign {

    record LeftTheWay(long distanceM, GeoPoint at) implements Sign {}

    record BackOnTheWay(long distanceM, GeoPoint at) implements Sign {}

    record Stands(long seconds) implements Sign {}

    record AtStop(String placeId, long seconds) implements Sign {}
}
