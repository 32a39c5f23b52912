/** The live stream of tracking: its one list of routes. */
@NullMarked
package by.belparcel.tracking.stream;

import org.jspecify.annotations.NullMarked;
