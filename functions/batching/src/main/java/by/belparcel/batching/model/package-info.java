/** Rules of batches: grouping, closing, states. */
@NullMarked
package by.belparcel.batching.model;

import org.jspecify.annotations.NullMarked;
