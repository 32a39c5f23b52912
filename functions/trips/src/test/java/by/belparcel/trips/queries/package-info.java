/** Tests of queries through the functions. */
@NullMarked
package by.belparcel.trips.queries;

import org.jspecify.annotations.NullMarked;
