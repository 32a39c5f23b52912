@NullMarked
package by.belparcel.pickuppoints.reading;

import org.jspecify.annotations.NullMarked;
