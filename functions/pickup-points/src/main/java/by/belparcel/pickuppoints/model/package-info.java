/** A parcel at a pick-up point: its states, packaging, storage and names; rules are pure functions of a given time. */
@NullMarked
package by.belparcel.pickuppoints.model;

import org.jspecify.annotations.NullMarked;
