/** The points themselves: set up, changed, suspended, closed; import and end-of-day list. */
@NullMarked
package by.belparcel.pickuppoints.application.points;

import org.jspecify.annotations.NullMarked;
