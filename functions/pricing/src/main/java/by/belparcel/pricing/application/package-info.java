/** The commands, queries and reactions of pricing, and the ports they need. */
@NullMarked
package by.belparcel.pricing.application;

import org.jspecify.annotations.NullMarked;
