/** What a pick-up point learns from others: orders and batches on their way, reference data, and the time that passes. */
@NullMarked
package by.belparcel.pickuppoints.application.following;

import org.jspecify.annotations.NullMarked;
