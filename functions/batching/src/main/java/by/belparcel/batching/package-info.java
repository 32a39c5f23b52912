/** Batching: groups orders that go the same way into batches and follows each batch to its end. */
@NullMarked
package by.belparcel.batching;

import org.jspecify.annotations.NullMarked;
