/** Tests. */
@NullMarked
package by.belparcel.pickuptickets.model;

import org.jspecify.annotations.NullMarked;
