/** Tests. */
@NullMarked
package by.belparcel.pickuptickets;

import org.jspecify.annotations.NullMarked;
