/** Receiving of batches: what came, what is missing, what nobody announced, and what is damaged. */
@NullMarked
package by.belparcel.pickuppoints.application.receiving;

import org.jspecify.annotations.NullMarked;
