package by.belparcel.pickuppoints.application.reading;

import org.jspecify.annotations.Nullable;

/**
 * Whose parcels.
 *
 * @param pvzId only those at this point, null = at all
 * @param inPvz only those that take room at a point now
 */
public record ClientFilter(String clientId, @Nullable String pvzId, boolean inPvz) {

    /** Text that tells it from every other filter: neither part holds the separator. */
    String key() {
        return clientId + '|' + (pvzId == null ? "" : pvzId) + '|' + inPvz;
    }
}
