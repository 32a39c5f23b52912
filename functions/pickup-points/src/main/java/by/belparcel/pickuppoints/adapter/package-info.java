/** Parcels and points in PostgreSQL. */
@NullMarked
package by.belparcel.pickuppoints.adapter;

import org.jspecify.annotations.NullMarked;
