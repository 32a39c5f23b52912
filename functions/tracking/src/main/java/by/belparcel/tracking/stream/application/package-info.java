/** Use cases of the live stream: tickets, the tail of the feed, sessions. */
@NullMarked
package by.belparcel.tracking.stream.application;

import org.jspecify.annotations.NullMarked;
