@NullMarked
package by.belparcel.pickuppoints.points;

import org.jspecify.annotations.NullMarked;
