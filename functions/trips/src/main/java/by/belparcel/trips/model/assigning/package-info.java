/** Rules of who may drive a trip and who should: ranking, states of an assignment, policies. Pure Java. */
@NullMarked
package by.belparcel.trips.model.assigning;

import org.jspecify.annotations.NullMarked;
