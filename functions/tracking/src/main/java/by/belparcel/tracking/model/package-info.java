/** What a position is worth: the filter, geofence, deviation and stoppage as pure functions. */
@NullMarked
package by.belparcel.tracking.model;

import org.jspecify.annotations.NullMarked;
