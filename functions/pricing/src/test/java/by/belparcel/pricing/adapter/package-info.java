/** Tests of pricing. */
@NullMarked
package by.belparcel.pricing.adapter;

import org.jspecify.annotations.NullMarked;
