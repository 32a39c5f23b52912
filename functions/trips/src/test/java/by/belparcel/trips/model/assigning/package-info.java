/** Ranking and states by table. */
@NullMarked
package by.belparcel.trips.model.assigning;

import org.jspecify.annotations.NullMarked;
