/** Tests of the commands at the counter. */
@NullMarked
package by.belparcel.pickuppoints.counter;

import org.jspecify.annotations.NullMarked;
