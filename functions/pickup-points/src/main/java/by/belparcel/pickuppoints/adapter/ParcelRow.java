package by.belparcel.pickuppoints.adapter;

import by.belparcel.pickuppoints.application.ParcelChange;
import by.belparcel.pickuppoints.model.Goods;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A changed parcel as one JSON object of a statement's only document; names and order do not matter, spelling does. */
record ParcelRow(
        String id,
        @Nullable Long externalRef,
        @Nullable String orderId,
        @Nullable String orderNumber,
        @Nullable Integer parcelNo,
        int parcelsTotal,
        @Nullable String clientId,
        String pvzId,
        String state,
        long version,
        String packaging,
        int weightG,
        long priceKopecks,
        long surchargeKopecks,
        @Nullable String paymentMethod,
        boolean ageCheck,
        boolean idCheck,
        boolean partialIssue,
        @Nullable String cell,
        String source,
        @Nullable String batchId,
        @Nullable Instant acceptedAt,
        @Nullable Instant storageUntil,
        int extensions,
        @Nullable Instant issuedAt,
        @Nullable Instant returnedAt,
        @Nullable String returnReason,
        @Nullable Instant etaAt,
        Instant createdAt,
        Instant updatedAt,
        String kind,
        @Nullable String detail) {

    static ParcelRow of(ParcelChange change) {
        Parcel p = change.after();
        ParcelKey key = p.key();
        Goods goods = p.goods();
        return new ParcelRow(
                p.id(),
                key.externalRef(),
                key.orderId(),
                key.orderNumber(),
                key.parcelNo(),
                key.parcelsTotal(),
                p.clientId(),
                p.pvzId(),
                p.state().name(),
                p.version(),
                goods.packaging().name(),
                goods.weightG(),
                goods.price().amount(),
                goods.surcharge().amount(),
                goods.paymentMethod() == null ? null : goods.paymentMethod().name(),
                p.checks().age(),
                p.checks().id(),
                p.checks().partialIssue(),
                p.storage().cell(),
                p.origin().source().name(),
                p.origin().batchId(),
                p.storage().acceptedAt(),
                p.storage().until(),
                p.storage().extensions(),
                p.leaving().issuedAt(),
                p.leaving().returnedAt(),
                p.leaving().reason(),
                p.origin().etaAt(),
                p.createdAt(),
                p.updatedAt(),
                change.kind(),
                change.detail());
    }
}
