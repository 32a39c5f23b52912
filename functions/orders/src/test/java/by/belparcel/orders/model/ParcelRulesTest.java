package by.belparcel.orders.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.Dimensions;
import by.belparcel.kernel.Packaging;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParcelRulesTest {

    private static final PickupPoint PVZ =
            new PickupPoint("p", "MSQ-001", 53.9, 27.5, PickupPoint.Status.OPEN, false, 30_000);

    @Test
    void letsTheHeaviestOrderPassAndRefusesOneGramMore() {
        assertThat(check(Packaging.NONE, parcel(1, 25_000), parcel(2, 25_000))).isNull();

        Rejection heavier = check(Packaging.NONE, parcel(1, 25_000), parcel(2, 25_001));
        assertThat(heavier).isNotNull();
        assertThat(heavier.code()).isEqualTo("ORDER_TOO_HEAVY");
        assertThat(heavier.members()).containsEntry("limit", 50_000).containsEntry("actual", 50_001);
    }

    @Test
    void refusesAParcelHeavierThanThePointTakes() {
        assertThat(check(Packaging.NONE, parcel(1, 30_000))).isNull();

        Rejection heavier = check(Packaging.NONE, parcel(1, 30_001));
        assertThat(heavier).isNotNull();
        assertThat(heavier.code()).isEqualTo("ORDER_TOO_HEAVY");
        assertThat(heavier.members()).containsEntry("limit", 30_000).containsEntry("parcel_no", 1);
    }

    @Test
    void refusesALongSideAndALargeSum() {
        assertThat(check(Packaging.NONE, sized(3_000, 1_000, 500))).isNull();
        assertThat(code(check(Packaging.NONE, sized(3_001, 1, 1)))).isEqualTo("ORDER_TOO_LARGE");
        assertThat(code(check(Packaging.NONE, sized(3_000, 1_000, 501)))).isEqualTo("ORDER_TOO_LARGE");
    }

    @Test
    void refusesPackagingThatDoesNotCarryTheWeight() {
        assertThat(check(Packaging.BAG, parcel(1, 9_999))).isNull();
        assertThat(code(check(Packaging.BAG, parcel(1, 10_000)))).isEqualTo("WEIGHT_TOO_HEAVY");
        assertThat(code(check(Packaging.BOX_FILM, parcel(1, 30_000)))).isEqualTo("WEIGHT_TOO_HEAVY");
        assertThat(check(Packaging.FILM, parcel(1, 30_000))).isNull();
    }

    private static @Nullable Rejection check(Packaging packaging, Parcel... parcels) {
        return ParcelRules.violation(List.of(parcels), packaging, PVZ).orElse(null);
    }

    private static @Nullable String code(@Nullable Rejection rejection) {
        return rejection == null ? null : rejection.code();
    }

    private static Parcel parcel(int no, int weightG) {
        return new Parcel(no, weightG, null, null, false, null);
    }

    private static Parcel sized(int l, int w, int h) {
        return new Parcel(1, 1_000, new Dimensions(l, w, h), null, false, null);
    }
}
