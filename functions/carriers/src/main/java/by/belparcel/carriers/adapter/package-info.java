/** Carriers in PostgreSQL. */
@NullMarked
package by.belparcel.carriers.adapter;

import org.jspecify.annotations.NullMarked;
