/** Unit tests of planning. */
@NullMarked
package by.belparcel.trips.application.planning;

import org.jspecify.annotations.NullMarked;
