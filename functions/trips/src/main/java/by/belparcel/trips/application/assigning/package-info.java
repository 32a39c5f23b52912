/** Who drives a trip: offers, answers, reassignments, handovers, and the ports that they need. */
@NullMarked
package by.belparcel.trips.application.assigning;

import org.jspecify.annotations.NullMarked;
