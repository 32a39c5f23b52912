/** Unit tests of what planning, driving and assigning share. */
@NullMarked
package by.belparcel.trips.application;

import org.jspecify.annotations.NullMarked;
