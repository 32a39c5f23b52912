/** Real PostgreSQL, Kafka and S3 as child processes, for tests and for the local runner; none of them outlives its parent. */
@NullMarked
package by.belparcel.embedded;

import org.jspecify.annotations.NullMarked;
