package by.belparcel.alerts.model;

import org.jspecify.annotations.Nullable;

/**
 * What an alert is about.
 *
 * @param tripId the trip whose end ends the alert; absent where a person has to end it
 */
public record Subject(String type, String id, @Nullable String tripId) {

    public static Subject trip(String tripId) {
        return new Subject("trip", tripId, tripId);
    }

    public static Subject stop(String tripId, int seq) {
        return new Subject("stop", tripId + ":" + seq, tripId);
    }

    /** A carrier, order, payment or consumer. */
    public static Subject of(String type, String id) {
        return new Subject(type, id, null);
    }
}
