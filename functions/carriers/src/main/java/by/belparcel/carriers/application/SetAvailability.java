package by.belparcel.carriers.application;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.kernel.Availability;
import by.belparcel.kernel.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * A driver says whether he is ready for trips.
 *
 * @param availability ONLINE, BREAK or OFFLINE; ON_TRIP follows from a trip
 * @param place where he is, if he tells
 */
public record SetAvailability(
        Availability availability, @Nullable GeoPoint place) {

    /** What a driver can ask for. */
    private enum Wish {
        ONLINE,
        BREAK,
        OFFLINE
    }

    public static CommandReader<SetAvailability> reader() {
        return (body, parameters) -> new SetAvailability(
                Availability.valueOf(body.oneOf("availability", Wish.class).name()), PositionReader.read(body));
    }
}
