package by.belparcel.batching.model;

import by.belparcel.kernel.BatchCloseReason;
import by.belparcel.kernel.ServiceClass;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The closing rules of one origin (domain delivery.md section 3).
 *
 * @param minOrders below it the age rule waits once more as long
 */
public record Limits(
        int maxOrders, long maxWeightG, long maxVolumeCm3, int minOrders, Duration ageNormal, Duration ageExpress) {

    public Duration age(ServiceClass service) {
        return service == ServiceClass.EXPRESS ? ageExpress : ageNormal;
    }

    /** The first limit that this load breaks, empty when it breaks none. */
    public Optional<BatchCloseReason> brokenBy(Load load) {
        if (load.count() > maxOrders) {
            return Optional.of(BatchCloseReason.SIZE);
        }
        if (load.weightG() > maxWeightG) {
            return Optional.of(BatchCloseReason.WEIGHT);
        }
        return load.volumeCm3() > maxVolumeCm3 ? Optional.of(BatchCloseReason.VOLUME) : Optional.empty();
    }

    public boolean isFull(Load load) {
        return load.count() >= maxOrders;
    }

    /** When the age rule closes a batch at the latest. */
    public Instant closingTime(Load load, Instant oldestAt, ServiceClass service) {
        Duration age = age(service);
        return oldestAt.plus(load.count() < minOrders ? age.multipliedBy(2) : age);
    }
}
