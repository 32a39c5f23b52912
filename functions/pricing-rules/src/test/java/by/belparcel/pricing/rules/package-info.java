/** Tests of rule sets and prices. */
@NullMarked
package by.belparcel.pricing.rules;

import org.jspecify.annotations.NullMarked;
