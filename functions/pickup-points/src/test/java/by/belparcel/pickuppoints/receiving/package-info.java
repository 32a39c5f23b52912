/** Batches are received: what comes, what is missing, what is extra or damaged, and who may do it. */
@NullMarked
package by.belparcel.pickuppoints.receiving;

import org.jspecify.annotations.NullMarked;
