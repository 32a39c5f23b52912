/** What the commands, queries and event handlers of pick-up points share. */
@NullMarked
package by.belparcel.pickuppoints.application;

import org.jspecify.annotations.NullMarked;
