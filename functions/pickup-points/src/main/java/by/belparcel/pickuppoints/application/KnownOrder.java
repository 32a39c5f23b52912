package by.belparcel.pickuppoints.application;

import java.util.List;

/**
 * An announced order.
 *
 * @param parcels all of them, in the order of their numbers, at least one
 */
public record KnownOrder(List<AnnouncedParcel> parcels, boolean cancelled) {

    public KnownOrder {
        parcels = List.copyOf(parcels);
    }
}
