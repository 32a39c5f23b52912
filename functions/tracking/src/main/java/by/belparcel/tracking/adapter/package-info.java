/** Tables of tracking and the way to Kafka. */
@NullMarked
package by.belparcel.tracking.adapter;

import org.jspecify.annotations.NullMarked;
