/** The trip as a value: stops, batches, plan, progress. */
@NullMarked
package by.belparcel.trips.model;

import org.jspecify.annotations.NullMarked;
