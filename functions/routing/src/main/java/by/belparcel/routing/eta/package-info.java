/** When a trip will be at its next stops, and how far that can be trusted. */
@NullMarked
package by.belparcel.routing.eta;

import org.jspecify.annotations.NullMarked;
