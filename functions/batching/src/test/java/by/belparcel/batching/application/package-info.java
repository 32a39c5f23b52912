/** Tests of batches. */
@NullMarked
package by.belparcel.batching.application;

import org.jspecify.annotations.NullMarked;
