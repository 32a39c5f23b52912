/** Tests of batches. */
@NullMarked
package by.belparcel.batching;

import org.jspecify.annotations.NullMarked;
