/** Real PostgreSQL and Kafka for tests, a harness that runs functions through the real pipelines, and contracts that they must keep. */
@NullMarked
package by.belparcel.eventing.testkit;

import org.jspecify.annotations.NullMarked;
