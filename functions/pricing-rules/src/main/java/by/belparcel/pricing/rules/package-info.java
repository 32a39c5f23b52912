/** Prices as data: rule sets, their strict reader and one deterministic evaluator. Pure Java, no database, no clock. */
@NullMarked
package by.belparcel.pricing.rules;

import org.jspecify.annotations.NullMarked;
