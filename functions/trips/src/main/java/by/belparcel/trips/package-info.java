/** Trips: planning, driving and assignment of carriers. */
@NullMarked
package by.belparcel.trips;

import org.jspecify.annotations.NullMarked;
