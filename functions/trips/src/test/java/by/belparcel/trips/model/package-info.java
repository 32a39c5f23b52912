/** Unit tests of the model. */
@NullMarked
package by.belparcel.trips.model;

import org.jspecify.annotations.NullMarked;
