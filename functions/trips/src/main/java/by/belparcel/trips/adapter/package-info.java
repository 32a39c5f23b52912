/** Trips in PostgreSQL. */
@NullMarked
package by.belparcel.trips.adapter;

import org.jspecify.annotations.NullMarked;
