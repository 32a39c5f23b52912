package by.belparcel.trips.model;

import by.belparcel.kernel.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * What people must look at.
 *
 * @param reason why a person is needed, such as NO_VEHICLE_CLASS
 * @param handoverRequired the vehicle broke down on its way
 * @param breakdownAt where it stands
 */
public record Attention(
        boolean needsManual,
        @Nullable String reason,
        boolean handoverRequired,
        @Nullable GeoPoint breakdownAt) {

    public static final Attention NONE = new Attention(false, null, false, null);

    public Attention manual(boolean needed, @Nullable String why) {
        return new Attention(needed, needed ? why : null, handoverRequired, breakdownAt);
    }

    public Attention handover(boolean required, @Nullable GeoPoint at) {
        return new Attention(needsManual, reason, required, at);
    }
}
