package by.belparcel.trips.application.assigning;

import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.kernel.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a carrier.
 *
 * @param reason in words, for the history
 * @param fromCarrierId the carrier that has or had the trip, absent for the first search
 * @param retries searches in vain so far; they widen the radius
 * @param once whether a search in vain changes nothing: somebody else counts the retries
 * @param place where a handover takes place, absent = where the vehicle stands
 */
public record Seek(
        AssignmentTrigger trigger,
        String reason,
        @Nullable String fromCarrierId,
        int retries,
        boolean once,
        @Nullable GeoPoint place) {

    public static Seek of(AssignmentTrigger trigger, String reason, @Nullable String fromCarrierId) {
        return new Seek(trigger, reason, fromCarrierId, 0, false, null);
    }

    Seek at(@Nullable GeoPoint where) {
        return new Seek(trigger, reason, fromCarrierId, retries, once, where);
    }

    Seek onlyOnce() {
        return new Seek(trigger, reason, fromCarrierId, retries, true, place);
    }

    /** Whether it may wait for the best carrier. Who takes trips from a stopped carrier has locked it, and often goes on to others. */
    boolean patient() {
        return !once && trigger != AssignmentTrigger.CARRIER_DEACTIVATED && trigger != AssignmentTrigger.HEALTH;
    }

    /** A change of the carrier that nobody asked for by hand: counted by the loop guard. */
    boolean automatic() {
        return trigger != AssignmentTrigger.INITIAL && trigger != AssignmentTrigger.MANUAL;
    }
}
