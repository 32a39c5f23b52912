package by.belparcel.pickuppoints.application;

import by.belparcel.kernel.Money;
import by.belparcel.kernel.PvzOrderState;
import by.belparcel.pickuppoints.model.Goods;
import by.belparcel.pickuppoints.model.Leaving;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelKey;
import by.belparcel.pickuppoints.model.Storage;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A parcel as the contract shows it (message Parcel of pvz_service.proto). Numbers of 64 bits are texts there. */
public record ParcelView(
        String id,
        @Nullable String externalRef,
        @Nullable String orderId,
        @Nullable Integer parcelNo,
        int parcelsTotal,
        @Nullable String userId,
        String pvzId,
        PvzOrderState state,
        @JsonProperty("package") String packaging,
        int weightG,
        Money price,
        Money surcharge,
        Money totalPrice,
        @Nullable String cell,
        String source,
        @Nullable Instant acceptedAt,
        @Nullable Instant storageUntil,
        @Nullable Instant issuedAt,
        @Nullable Instant returnedAt,
        @Nullable String returnReason,
        boolean ageCheck,
        boolean idCheck,
        long version) {

    /** As it is at this moment: a deadline that has passed makes it OVERDUE. */
    public static ParcelView of(Parcel parcel, Instant now) {
        ParcelKey key = parcel.key();
        Goods goods = parcel.goods();
        Storage storage = parcel.storage();
        Leaving leaving = parcel.leaving();
        return new ParcelView(
                parcel.id(),
                key.externalRef() == null ? null : Long.toString(key.externalRef()),
                key.orderId(),
                key.parcelNo(),
                key.parcelsTotal(),
                parcel.clientId(),
                parcel.pvzId(),
                parcel.stateAt(now),
                goods.packaging().name(),
                goods.weightG(),
                goods.price(),
                goods.surcharge(),
                goods.total(),
                storage.cell(),
                parcel.origin().source().name(),
                storage.acceptedAt(),
                storage.until(),
                leaving.issuedAt(),
                leaving.returnedAt(),
                leaving.reason(),
                parcel.checks().age(),
                parcel.checks().id(),
                parcel.version());
    }
}
