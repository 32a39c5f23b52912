package by.belparcel.orders.application;

import by.belparcel.kernel.Money;
import by.belparcel.kernel.OrderState;
import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.kernel.ServiceClass;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its readers see it; personal data is masked according to the reader's role.
 *
 * @param trackingToken for the public tracking page; only for those who may pass it on to the client
 */
public record OrderView(
        String id,
        String number,
        String shopId,
        String shopOrderRef,
        String warehouseId,
        String pvzId,
        OrderState state,
        String publicCode,
        long version,
        boolean onHold,
        @Nullable String cancelReason,
        PaymentMethod paymentMethod,
        @Nullable Money price,
        @Nullable List<OrderPrice.Line> priceLines,
        @Nullable String rulesetVersion,
        @Nullable Money goodsAmount,
        @Nullable String quoteId,
        @Nullable PaymentView payment,
        @Nullable String pickupTicketId,
        OptionsView options,
        List<ParcelView> parcels,
        int weightG,
        long volumeCm3,
        @Nullable RecipientView recipient,
        @Nullable LocalDate desiredDate,
        Instant promisedAt,
        @Nullable String comment,
        @Nullable String trackingToken,
        String correlationId,
        Instant createdAt,
        Instant updatedAt) {

    /** @param phone complete or masked */
    public record RecipientView(
            String name,
            String phone,
            @Nullable String email,
            String locale,
            @JsonProperty("notify") @Nullable List<String> channels) {}

    public record ParcelView(
            int no,
            int weightG,
            @Nullable Integer l,
            @Nullable Integer w,
            @Nullable Integer h,
            @Nullable Money declaredValue,
            boolean fragile,
            @Nullable String contains,
            long volumeCm3,
            boolean volumeEstimated) {}

    public record OptionsView(
            boolean insurance,
            boolean ageCheck,
            boolean idCheck,
            boolean partialIssue,
            Packaging packaging,
            ServiceClass service) {}

    /** @param refundPending money is on its way back, but the provider has not confirmed it */
    public record PaymentView(
            String id,
            String state,
            @Nullable String code,
            boolean refundPending,
            @Nullable Instant at) {}
}
