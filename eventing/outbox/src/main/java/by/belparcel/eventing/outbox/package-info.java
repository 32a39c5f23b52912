/** The outbox: events are appended in the transaction of their cause and published to Kafka from there, none lost, in order per key. */
@NullMarked
package by.belparcel.eventing.outbox;

import org.jspecify.annotations.NullMarked;
