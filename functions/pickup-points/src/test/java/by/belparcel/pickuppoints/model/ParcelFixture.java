package by.belparcel.pickuppoints.model;

import by.belparcel.kernel.Money;
import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.PvzOrderState;
import java.time.Duration;
import java.time.Instant;

/** Parcels in any state. */
final class ParcelFixture {

    static final Instant ACCEPTED_AT = Instant.parse("2026-11-20T08:00:00Z");
    static final Instant UNTIL = ACCEPTED_AT.plus(Duration.ofDays(7));
    static final ParcelRules RULES =
            new ParcelRules(Duration.ofDays(60), Duration.ofHours(48), Duration.ofHours(24), 2);

    private ParcelFixture() {}

    static Parcel expected() {
        return new Parcel(
                "0190a009-0000-7000-8000-000000000001",
                ParcelKey.alias(42),
                "123",
                "0190a001-0000-7000-8000-000000000001",
                PvzOrderState.EXPECTED,
                1,
                new Goods(Packaging.NONE, 1, Money.byn(1), Money.ZERO, null),
                Checks.NONE,
                Storage.NOWHERE,
                Leaving.NOT_YET,
                Origin.courier(),
                ACCEPTED_AT,
                ACCEPTED_AT);
    }

    static Parcel accepted() {
        Parcel parcel = expected();
        return ParcelSteps.accepted(parcel, parcel.goods(), "A-01-1", UNTIL, ACCEPTED_AT);
    }

    static Parcel issued() {
        return ParcelSteps.issued(accepted(), ACCEPTED_AT);
    }

    static Parcel in(PvzOrderState state) {
        return switch (state) {
            case EXPECTED -> expected();
            case ACCEPTED -> accepted();
            case OVERDUE -> ParcelSteps.overdue(accepted(), UNTIL.plusMillis(1));
            case REFUSED -> ParcelSteps.refused(accepted(), "too large", ACCEPTED_AT);
            case ISSUED -> issued();
            case RETURNED_BY_CLIENT ->
                ParcelSteps.takenBack(issued(), accepted().pvzId(), null, ACCEPTED_AT);
            case RETURNED_TO_COURIER -> ParcelSteps.handedToCourier(accepted(), UNTIL.plusMillis(1));
        };
    }
}
