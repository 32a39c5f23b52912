/** Tests of pricing. */
@NullMarked
package by.belparcel.pricing;

import org.jspecify.annotations.NullMarked;
