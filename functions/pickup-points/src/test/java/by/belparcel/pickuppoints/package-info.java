/** Fixtures of pick-up points. */
@NullMarked
package by.belparcel.pickuppoints;

import org.jspecify.annotations.NullMarked;
