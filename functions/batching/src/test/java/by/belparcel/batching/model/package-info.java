/** Tests of batches. */
@NullMarked
package by.belparcel.batching.model;

import org.jspecify.annotations.NullMarked;
