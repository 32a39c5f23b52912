package by.belparcel.pickuppoints.application;

import by.belparcel.pickuppoints.model.Parcel;
import java.time.Instant;

/** The answer about one parcel. */
public record ParcelReply(ParcelView order) {

    public static ParcelReply of(Parcel parcel, Instant now) {
        return new ParcelReply(ParcelView.of(parcel, now));
    }
}
