/** Read-through cache: in the process, shared through Redis when there is one; losing it changes the latency of an answer only. */
@NullMarked
package by.belparcel.eventing.cache;

import org.jspecify.annotations.NullMarked;
