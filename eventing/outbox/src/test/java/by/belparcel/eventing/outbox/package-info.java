/** Tests of the outbox on real PostgreSQL and Kafka. */
@NullMarked
package by.belparcel.eventing.outbox;

import org.jspecify.annotations.NullMarked;
