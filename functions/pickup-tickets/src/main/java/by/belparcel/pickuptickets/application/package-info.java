/** What pickup tickets do when something happens, and the ports they need. */
@NullMarked
package by.belparcel.pickuptickets.application;

import org.jspecify.annotations.NullMarked;
