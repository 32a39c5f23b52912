/** What drivers and operators do with a trip that has a carrier: picking up, calling at stops, handing over, ending. */
@NullMarked
package by.belparcel.trips.application.driving;

import org.jspecify.annotations.NullMarked;
