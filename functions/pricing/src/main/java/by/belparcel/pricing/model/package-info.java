/** Life of a rule set, limits of adjustments and simulations: decisions without input or output. */
@NullMarked
package by.belparcel.pricing.model;

import org.jspecify.annotations.NullMarked;
