package by.belparcel.carriers.model;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a carrier drives.
 *
 * @param payloadG grams
 * @param volumeCm3 cubic centimetres
 * @param slots parcels that fit
 */
public record Vehicle(String plate, VehicleType type, long payloadG, long volumeCm3, int slots) {

    /** Keys as on the wire. */
    SortedMap<String, Object> state() {
        SortedMap<String, Object> state = new TreeMap<>();
        state.put("plate", plate);
        state.put("type", type.name());
        state.put("payload_g", payloadG);
        state.put("volume_cm3", volumeCm3);
        state.put("slots", slots);
        return state;
    }
}
