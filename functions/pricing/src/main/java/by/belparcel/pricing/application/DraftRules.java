package by.belparcel.pricing.application;

import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.Dimensions;
import by.belparcel.pricing.rules.DraftParcel;
import by.belparcel.pricing.rules.OrderDraft;
import java.util.Optional;

/** What an order may not be, so that nobody is offered a price for what nobody carries. */
final class DraftRules {

    private static final int MAX_ORDER_G = 50_000;

    private DraftRules() {}

    static Optional<Rejection> refusal(OrderDraft draft) {
        if (draft.weightG() > MAX_ORDER_G) {
            return Optional.of(Rejection.rule("ORDER_TOO_HEAVY", "An order weighs at most 50 kg.")
                    .with("limit", MAX_ORDER_G)
                    .with("actual", draft.weightG()));
        }
        for (DraftParcel parcel : draft.parcels()) {
            if (tooLarge(parcel)) {
                return Optional.of(Rejection.rule("ORDER_TOO_LARGE", "A side or the sum of the sides is too long.")
                        .with("max_side_mm", Dimensions.MAX_SIDE_MM)
                        .with("max_sum_mm", Dimensions.MAX_SUM_MM));
            }
            if (!draft.packaging().carries(parcel.weightG())) {
                return Optional.of(Rejection.rule("WEIGHT_TOO_HEAVY", "The packaging does not carry this weight.")
                        .with("packaging", draft.packaging().name())
                        .with("actual", parcel.weightG()));
            }
        }
        return Optional.empty();
    }

    private static boolean tooLarge(DraftParcel parcel) {
        if (parcel.l() == null || parcel.w() == null || parcel.h() == null) {
            return false;
        }
        Dimensions size = new Dimensions(parcel.l(), parcel.w(), parcel.h());
        return size.longest() > Dimensions.MAX_SIDE_MM || size.sum() > Dimensions.MAX_SUM_MM;
    }
}
