/** Road distances and travel times: the port, OSRM, the straight line, breaker and cache. */
@NullMarked
package by.belparcel.routing.distance;

import org.jspecify.annotations.NullMarked;
