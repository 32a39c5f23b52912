/** Commands at the counter: accept, issue, take back, hand to the courier, extend, move. */
@NullMarked
package by.belparcel.pickuppoints.application.counter;

import org.jspecify.annotations.NullMarked;
