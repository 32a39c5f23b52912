/** Lists of parcels, their histories and the fill of a point. */
@NullMarked
package by.belparcel.pickuppoints.application.reading;

import org.jspecify.annotations.NullMarked;
