package by.belparcel.batching.model;

import by.belparcel.kernel.DestinationType;
import by.belparcel.kernel.ServiceClass;

/**
 * What the orders of a batch have in common (domain delivery.md section 3).
 *
 * @param origin id of the warehouse or hub that the batch leaves from
 */
public record Key(String origin, DestinationType destType, String destId, ServiceClass service) {

    public boolean hasSameDestination(Key other) {
        return destType == other.destType && destId.equals(other.destId);
    }
}
