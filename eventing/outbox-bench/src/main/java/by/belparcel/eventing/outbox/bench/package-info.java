/** Measures the outbox drain against a raw JDBC drain of the same rows on the same PostgreSQL and Kafka. */
@NullMarked
package by.belparcel.eventing.outbox.bench;

import org.jspecify.annotations.NullMarked;
