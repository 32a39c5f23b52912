package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;

/** Reads the body of {@code POST /trips/reassign-bulk}: 1 to 50 items. */
public final class ReassignTripsReader implements CommandReader<ReassignTrips> {

    private static final int MAX = 50;

    @Override
    public ReassignTrips read(Input body, RequestParameters parameters) {
        return new ReassignTrips(body.list("items", 1, MAX, ReassignTripsReader::item));
    }

    private static ReassignTrips.Item item(Input item) {
        ReassignTrip command = ReassignReader.item(item);
        if (command.expectedVersion() == null && !item.has("expected_version")) {
            item.reject("expected_version", "REQUIRED", "is required", null, null);
        }
        return new ReassignTrips.Item(item.uuid("trip_id"), command);
    }
}
