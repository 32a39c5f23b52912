/** Tests of pricing. */
@NullMarked
package by.belparcel.pricing.application;

import org.jspecify.annotations.NullMarked;
