/** Tables and images of pickup tickets. */
@NullMarked
package by.belparcel.pickuptickets.adapter;

import org.jspecify.annotations.NullMarked;
