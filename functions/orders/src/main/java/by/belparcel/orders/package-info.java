/** Orders: what shops hand in, from creation to the final state. */
@NullMarked
package by.belparcel.orders;

import org.jspecify.annotations.NullMarked;
