/** Tests. */
@NullMarked
package by.belparcel.pickuptickets.adapter;

import org.jspecify.annotations.NullMarked;
