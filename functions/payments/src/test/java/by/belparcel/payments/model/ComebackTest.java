package by.belparcel.payments.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.belparcel.kernel.Money;
import by.belparcel.kernel.PaymentMethod;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComebackTest {

    @Test
    void splitsThePriceOfTheGoodsWithoutLosingAKopeck() {
        for (int parcels = 1; parcels <= 10; parcels++) {
            for (long kopecks = 0; kopecks < 50; kopecks++) {
                long goods = kopecks;
                int all = parcels;
                Money price = Money.byn(goods);
                List<Long> parts = IntStream.rangeClosed(1, parcels)
                        .mapToObj(no -> comeback(no, all).partOf(price).amount())
                        .toList();

                assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(goods);
                assertThat(parts).allMatch(part -> part == goods / all || part == goods / all + 1);
            }
        }
    }

    @Test
    void promisesEachParcelOnce() {
        Payment payment = onPickup();
        assertThat(payment.wantCapture(Money.byn(2_600))).isTrue();
        PaymentFixture.answer(payment, PaymentFixture.DONE, PaymentFixture.START);

        assertThat(payment.cameBack(comeback(1, 2), PaymentFixture.START)).isTrue();
        assertThat(payment.cameBack(comeback(1, 2), PaymentFixture.START)).isFalse();
        assertThat(payment.cameBack(comeback(2, 2), PaymentFixture.START)).isTrue();

        assertThat(payment.snapshot().refunds())
                .extracting(refund -> refund.amount().amount())
                .containsExactly(1_000L, 1_000L);
        assertThat(payment.facts())
                .filteredOn(PaymentFact.RefundRequested.class::isInstance)
                .hasSize(2);
        assertThat(payment.remaining()).isEqualTo(Money.byn(600));
    }

    @Test // a refund by hand has already given the rest back
    void neverPromisesMoreThanIsLeft() {
        Payment payment = onPickup();
        assertThat(payment.wantCapture(Money.byn(2_600))).isTrue();
        PaymentFixture.answer(payment, PaymentFixture.DONE, PaymentFixture.START);
        assertThat(payment.requestRefund("by-hand", Money.byn(2_100), "goodwill", PaymentFixture.START))
                .isEmpty();

        assertThat(payment.cameBack(comeback(1, 1), PaymentFixture.START)).isTrue();

        assertThat(payment.remaining()).isEqualTo(Money.ZERO);
    }

    @Test
    void isOneOfTheParcelsOfItsOrder() {
        assertThatThrownBy(() -> comeback(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> comeback(0, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Comeback comeback(int no, int parcels) {
        return new Comeback(no, parcels, RefundReason.CLIENT_RETURN);
    }

    private static Payment onPickup() {
        Payment payment =
                Payment.requested(PaymentFixture.terms(PaymentMethod.PAY_ON_PICKUP, 600, 2_000), RetryPolicy.DEFAULT);
        PaymentFixture.answer(payment, PaymentFixture.DONE, PaymentFixture.START);
        return payment;
    }
}
