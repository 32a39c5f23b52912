/** Fixtures of trips. */
@NullMarked
package by.belparcel.trips;

import org.jspecify.annotations.NullMarked;
