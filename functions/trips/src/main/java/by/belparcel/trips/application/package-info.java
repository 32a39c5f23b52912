/** Handlers of trips and what they need from outside. */
@NullMarked
package by.belparcel.trips.application;

import org.jspecify.annotations.NullMarked;
