/** The pick-up points of the demonstration and of the chaos run: workers at the counter and clients who come for their parcels. */
@NullMarked
package by.belparcel.console.counter;

import org.jspecify.annotations.NullMarked;
