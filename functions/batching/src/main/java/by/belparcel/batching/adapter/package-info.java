/** Batches in PostgreSQL. */
@NullMarked
package by.belparcel.batching.adapter;

import org.jspecify.annotations.NullMarked;
