/** Prices: rule sets with four eyes, quotes that explain themselves, simulations. */
@NullMarked
package by.belparcel.pricing;

import org.jspecify.annotations.NullMarked;
