package by.belparcel.carriers.application;

import by.belparcel.kernel.GeoPoint;
import org.jspecify.annotations.Nullable;

/** A driver begins to work. @param place where he is, if he tells */
public record StartShift(@Nullable GeoPoint place) {}
