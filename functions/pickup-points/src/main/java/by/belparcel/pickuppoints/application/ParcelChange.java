package by.belparcel.pickuppoints.application;

import by.belparcel.pickuppoints.model.Parcel;
import org.jspecify.annotations.Nullable;

/**
 * A change of a parcel as it is written down.
 *
 * @param after the parcel with its new version
 * @param kind for the history, a word: {@code ACCEPTED}, {@code ISSUED}, {@code MOVED}
 * @param detail what else is to be known of it
 */
public record ParcelChange(
        Parcel after, String kind, @Nullable String detail) {

    public static ParcelChange of(Parcel after, String kind) {
        return new ParcelChange(after, kind, null);
    }
}
