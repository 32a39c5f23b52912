package by.belparcel.trips.application.driving;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;

/** Reads the body of {@code POST /trips/{id}/cancel} and {@code /complete}. */
public final class EndTripReader implements CommandReader<EndTrip> {

    @Override
    public EndTrip read(Input body, RequestParameters parameters) {
        return new EndTrip(body.text("reason", 5, 500), body.flag("force", false), ExpectedVersion.read(body));
    }
}
