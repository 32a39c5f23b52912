/** Tests. */
@NullMarked
package by.belparcel.pickuptickets.application;

import org.jspecify.annotations.NullMarked;
