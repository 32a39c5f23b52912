/** From closed batches to trips: which trip takes a batch, in which order its stops are driven, and why a batch waits. */
@NullMarked
package by.belparcel.trips.application.planning;

import org.jspecify.annotations.NullMarked;
