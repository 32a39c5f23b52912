package by.belparcel.routing.distance;

import by.belparcel.kernel.GeoPoint;

/**
 * A place on a road.
 *
 * @param offsetMetres how far it is from the place that was asked for
 */
public record Snap(GeoPoint point, double offsetMetres, Source source) {}
