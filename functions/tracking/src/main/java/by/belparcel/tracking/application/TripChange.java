package by.belparcel.tracking.application;

import by.belparcel.tracking.model.Trip;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an event makes of a trip.
 *
 * @param trip as it is afterwards
 * @param frame what live clients are told; empty = nothing changed for them
 * @param removed why the trip leaves the map, absent while it stays
 */
record TripChange(Trip trip, ObjectNode frame, @Nullable String removed) {

    static TripChange of(Trip trip, ObjectNode frame) {
        return new TripChange(trip, frame, null);
    }
}
