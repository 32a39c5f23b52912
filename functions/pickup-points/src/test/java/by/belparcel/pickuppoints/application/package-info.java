/** What requests may say. */
@NullMarked
package by.belparcel.pickuppoints.application;

import org.jspecify.annotations.NullMarked;
