/** Polylines on the ground: nearest segment, progress, simplification, polyline6. */
@NullMarked
package by.belparcel.routing.geometry;

import org.jspecify.annotations.NullMarked;
