/** Tests of the rules of a parcel. */
@NullMarked
package by.belparcel.pickuppoints.model;

import org.jspecify.annotations.NullMarked;
