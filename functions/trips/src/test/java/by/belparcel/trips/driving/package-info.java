/** Tests of driving through the functions. */
@NullMarked
package by.belparcel.trips.driving;

import org.jspecify.annotations.NullMarked;
