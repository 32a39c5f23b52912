package by.belparcel.tracking.application;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.tracking.model.Trip;
import tools.jackson.databind.node.ObjectNode;

/** Frames of kind trip: only what changed. */
final class TripFrames {

    private TripFrames() {}

    static ObjectNode plan(Trip trip) {
        ObjectNode frame = stops(trip);
        frame.put("number", trip.number()).put("state", trip.state().name());
        frame.set("pvz_ids", Json.mapper().valueToTree(trip.pvzIds()));
        frame.set("planned_line", Json.mapper().valueToTree(trip.plannedLine()));
        return frame;
    }

    static ObjectNode stops(Trip trip) {
        ObjectNode frame = Frames.object();
        frame.set("stops", Json.mapper().valueToTree(trip.stops()));
        if (trip.nextStop() != null) {
            frame.put("next_stop", trip.nextStop());
        }
        return frame;
    }

    static ObjectNode state(Trip trip) {
        ObjectNode frame = Frames.object().put("state", trip.state().name());
        if (trip.carrierId() != null) {
            frame.put("carrier_id", trip.carrierId());
        }
        return frame;
    }

    static ObjectNode eta(Trip trip) {
        ObjectNode frame = Frames.object();
        frame.put("eta_at", trip.etaAt() == null ? null : trip.etaAt().toString());
        frame.put(
                "eta_quality",
                trip.etaQuality() == null ? null : trip.etaQuality().name());
        frame.put("delay_min", trip.delayMin());
        return frame;
    }
}
