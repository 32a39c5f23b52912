package by.belparcel.routing.geometry;

import by.belparcel.kernel.GeoPoint;

/**
 * The nearest place on a line.
 *
 * @param segment index of the segment, from 0
 * @param offsetMetres how far the asked place is from it (cross-track, or to an end)
 * @param alongMetres from the beginning of the line
 */
public record Projection(int segment, GeoPoint point, double offsetMetres, double alongMetres) {}
