package by.belparcel.carriers.application;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.kernel.GeoPoint;
import org.jspecify.annotations.Nullable;

/** A driver calls for help. */
public record RaisePanic(@Nullable GeoPoint place, @Nullable String tripId) {

    public static CommandReader<RaisePanic> reader() {
        return (body, parameters) -> new RaisePanic(
                PositionReader.read(body), body.optionalUuid("trip_id").orElse(null));
    }
}
