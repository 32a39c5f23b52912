package by.belparcel.routing.eta;

import by.belparcel.kernel.GeoPoint;
import java.time.Instant;

/** Where a vehicle was at a time of its device. */
public record Fix(GeoPoint point, Instant at) {}
