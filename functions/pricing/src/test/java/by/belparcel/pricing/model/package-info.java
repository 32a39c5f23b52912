/** Tests of pricing. */
@NullMarked
package by.belparcel.pricing.model;

import org.jspecify.annotations.NullMarked;
