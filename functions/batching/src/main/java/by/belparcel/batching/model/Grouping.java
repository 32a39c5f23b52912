package by.belparcel.batching.model;

import by.belparcel.kernel.DestinationType;
import by.belparcel.kernel.ServiceClass;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Decides where an order goes next (domain delivery.md section 3).
 *
 * @param directM road metres up to which a batch goes straight to the pick-up point
 * @param roadPercent road distance in percent of the great circle
 */
public record Grouping(long directM, long roadPercent) {

    /** @param hubs open hubs */
    public Key key(Place origin, Place pvz, ServiceClass service, Collection<Place> hubs) {
        return hub(origin, pvz, hubs)
                .map(hub -> new Key(origin.id(), DestinationType.HUB, hub.id(), service))
                .orElseGet(() -> new Key(origin.id(), DestinationType.PVZ, pvz.id(), service));
    }

    private Optional<Place> hub(Place origin, Place pvz, Collection<Place> hubs) {
        double straight = origin.at().metresTo(pvz.at());
        if (straight * roadPercent / 100 <= directM) {
            return Optional.empty();
        }
        return hubs.stream()
                .min(Comparator.comparingDouble((Place hub) -> hub.at().metresTo(pvz.at()))
                        .thenComparing(Place::id))
                .filter(hub -> !hub.id().equals(pvz.id()) && hub.at().metresTo(pvz.at()) < straight);
    }
}
