/** Who drives a trip, on a real database. */
@NullMarked
package by.belparcel.trips.assigning;

import org.jspecify.annotations.NullMarked;
