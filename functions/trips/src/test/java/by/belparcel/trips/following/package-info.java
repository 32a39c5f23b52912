/** Tests of following through the functions. */
@NullMarked
package by.belparcel.trips.following;

import org.jspecify.annotations.NullMarked;
