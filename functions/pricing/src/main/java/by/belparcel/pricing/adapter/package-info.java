/** Pricing's tables in PostgreSQL. */
@NullMarked
package by.belparcel.pricing.adapter;

import org.jspecify.annotations.NullMarked;
