package by.belparcel.payments.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.Money;
import org.junit.jupiter.api.Test;

class RefundReasonTest {

    @Test // rule 5
    void givesEverythingBackWhenNothingWasDeliveredAndOnlyTheGoodsAfterwards() {
        Money remaining = Money.byn(2_600);
        Money goods = Money.byn(2_000);

        assertThat(RefundReason.ORDER_CANCELLED.share(remaining, goods)).isEqualTo(remaining);
        assertThat(RefundReason.ORDER_LOST.share(remaining, goods)).isEqualTo(remaining);
        assertThat(RefundReason.CLIENT_RETURN.share(remaining, goods)).isEqualTo(goods);
        assertThat(RefundReason.RETURNED_TO_COURIER.share(remaining, goods)).isEqualTo(goods);
    }

    @Test
    void neverGivesBackMoreThanIsLeft() {
        assertThat(RefundReason.CLIENT_RETURN.share(Money.byn(500), Money.byn(2_000)))
                .isEqualTo(Money.byn(500));
    }
}
