package by.belparcel.orders.application;

import by.belparcel.kernel.Money;
import by.belparcel.kernel.OrderState;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.orders.model.Language;
import by.belparcel.orders.model.Options;
import by.belparcel.orders.model.OrderProgress;
import by.belparcel.orders.model.Parcel;
import by.belparcel.orders.model.ParcelsAtPvz;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is stored.
 *
 * @param hubId the last hub it came to, absent while it has only left a warehouse
 * @param atPvz what the pick-up point said of the parcels so far
 * @param contact absent once it was erased
 * @param payment absent until the payment said something
 */
public record OrderRecord(
        String id,
        String number,
        String shopId,
        String shopOrderRef,
        String warehouseId,
        String pvzId,
        OrderProgress progress,
        boolean onHold,
        @Nullable String cancelReason,
        @Nullable String hubId,
        PaymentMethod paymentMethod,
        @Nullable Money goodsAmount,
        OrderPrice price,
        @Nullable String quoteId,
        Options options,
        List<Parcel> parcels,
        ParcelsAtPvz atPvz,
        Language locale,
        @Nullable LocalDate desiredDate,
        Instant promisedAt,
        @Nullable SealedContact contact,
        @Nullable PaymentFact payment,
        String correlationId,
        Instant createdAt,
        Instant updatedAt) {

    public OrderRecord {
        parcels = List.copyOf(parcels);
    }

    public OrderState state() {
        return progress.state();
    }

    public long version() {
        return progress.version();
    }

    public int weightG() {
        return parcels.stream().mapToInt(Parcel::weightG).sum();
    }

    public long volumeCm3() {
        return parcels.stream().mapToLong(Parcel::volumeCm3).sum();
    }

    /** The order after a change of state. */
    OrderRecord after(OrderProgress next, @Nullable String reason, Instant at) {
        return new OrderRecord(
                id,
                number,
                shopId,
                shopOrderRef,
                warehouseId,
                pvzId,
                next,
                onHold,
                reason == null ? cancelReason : reason,
                hubId,
                paymentMethod,
                goodsAmount,
                price,
                quoteId,
                options,
                parcels,
                atPvz,
                locale,
                desiredDate,
                promisedAt,
                contact,
                payment,
                correlationId,
                createdAt,
                at);
    }

    /** The order after a change of its contact. */
    OrderRecord withContact(SealedContact sealed, Language language, Instant at) {
        OrderProgress next = new OrderProgress(state(), version() + 1, progress.paymentId(), progress.ticketId());
        return new OrderRecord(
                id,
                number,
                shopId,
                shopOrderRef,
                warehouseId,
                pvzId,
                next,
                onHold,
                cancelReason,
                hubId,
                paymentMethod,
                goodsAmount,
                price,
                quoteId,
                options,
                parcels,
                atPvz,
                language,
                desiredDate,
                promisedAt,
                sealed,
                payment,
                correlationId,
                createdAt,
                at);
    }
}
