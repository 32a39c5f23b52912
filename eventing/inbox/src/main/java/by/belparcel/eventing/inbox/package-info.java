/** At least once in, once in effect: event dedupe, attempts, command idempotency and durable timers on PostgreSQL. */
@NullMarked
package by.belparcel.eventing.inbox;

import org.jspecify.annotations.NullMarked;
