/** What trips learn from others while they are on their way: positions and the state of places. */
@NullMarked
package by.belparcel.trips.application.following;

import org.jspecify.annotations.NullMarked;
