/** Commands, queries and event handlers of batches. */
@NullMarked
package by.belparcel.batching.application;

import org.jspecify.annotations.NullMarked;
