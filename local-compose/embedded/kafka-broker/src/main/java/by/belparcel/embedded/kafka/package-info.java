/** The main class of the broker's own process. */
@NullMarked
package by.belparcel.embedded.kafka;

import org.jspecify.annotations.NullMarked;
