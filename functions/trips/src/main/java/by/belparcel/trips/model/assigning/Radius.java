package by.belparcel.trips.model.assigning;

import by.belparcel.kernel.AssignmentTrigger;

/**
 * How far a carrier may be, in metres.
 *
 * @param initialM for a trip that starts at its origin
 * @param breakdownM for a trip on the road
 * @param capM the widest search; also how far an operator may look without an override
 * @param growthPercent of each further search
 */
public record Radius(long initialM, long breakdownM, long capM, int growthPercent) {

    /** @param retries searches in vain so far */
    public long of(AssignmentTrigger trigger, boolean inTransit, int retries) {
        if (trigger == AssignmentTrigger.MANUAL) {
            return capM;
        }
        long start = inTransit || trigger == AssignmentTrigger.BREAKDOWN ? breakdownM : initialM;
        return Math.min(capM, Math.round(start * Math.pow(growthPercent / 100.0, retries)));
    }
}
