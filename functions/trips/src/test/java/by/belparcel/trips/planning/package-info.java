/** Tests of planning through the functions. */
@NullMarked
package by.belparcel.trips.planning;

import org.jspecify.annotations.NullMarked;
