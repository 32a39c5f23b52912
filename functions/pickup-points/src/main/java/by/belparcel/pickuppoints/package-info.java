/** Pick-up points: parcels from the courier's hands to the client's, and back; the points themselves. */
@NullMarked
package by.belparcel.pickuppoints;

import org.jspecify.annotations.NullMarked;
