/** Assignments, carriers and handovers in PostgreSQL. */
@NullMarked
package by.belparcel.trips.adapter.assigning;

import org.jspecify.annotations.NullMarked;
