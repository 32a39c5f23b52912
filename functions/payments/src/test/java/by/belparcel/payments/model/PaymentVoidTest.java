package by.belparcel.payments.model;

import static by.belparcel.payments.model.PaymentFixture.DONE;
import static by.belparcel.payments.model.PaymentFixture.SILENT;
import static by.belparcel.payments.model.PaymentFixture.START;
import static by.belparcel.payments.model.PaymentFixture.answer;
import static by.belparcel.payments.model.PaymentFixture.authorized;
import static by.belparcel.payments.model.PaymentFixture.captured;
import static by.belparcel.payments.model.PaymentFixture.requested;
import static by.belparcel.payments.model.PaymentFixture.state;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.Money;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PaymentVoidTest {

    private static Payment voiding() {
        Payment payment = authorized();
        assertThat(payment.cancel("r1", RefundReason.ORDER_CANCELLED, START)).isTrue();
        return payment;
    }

    @Test // rule 8: a void is voided, never refunded
    void letsGoOfReservedMoney() {
        Payment payment = voiding();

        assertThat(state(payment)).isEqualTo(PaymentState.VOIDING);
        answer(payment, DONE, START);

        assertThat(state(payment)).isEqualTo(PaymentState.VOIDED);
        assertThat(payment.facts()).last().isEqualTo(new PaymentFact.Voided());
        assertThat(payment.facts()).noneMatch(f -> f instanceof PaymentFact.Refunded);
        assertThat(payment.postings()).isEmpty();
    }

    @Test // VOIDING to CAPTURED: an automatic refund follows
    void refundsWhatTheProviderHadAlreadyTaken() {
        Payment payment = voiding();

        answer(payment, new ProviderAnswer.Refused(ProviderAnswer.ALREADY_CAPTURED), START);

        assertThat(state(payment)).isEqualTo(PaymentState.CAPTURED);
        Refund refund = payment.snapshot().refunds().getFirst();
        assertThat(refund.amount()).isEqualTo(Money.byn(1_000));
        assertThat(payment.sendRefund(refund.id(), START)).isTrue();
        answer(payment, DONE, START);
        assertThat(state(payment)).isEqualTo(PaymentState.REFUNDED);
        assertThat(payment.postings().stream().mapToLong(Posting::amountMinor).sum())
                .isZero();
    }

    @Test
    void goesOnUntilTheProviderAnswersAndTellsPeopleOnce() {
        Payment payment = voiding();
        Instant now = START;
        for (int i = 0; i < 6; i++) {
            answer(payment, SILENT, now);
            assertThat(state(payment)).isEqualTo(PaymentState.VOIDING);
            now = Objects.requireNonNull(payment.snapshot().retryAt());
        }
        assertThat(payment.facts())
                .filteredOn(f -> f instanceof PaymentFact.VoidFailed)
                .containsExactly(new PaymentFact.VoidFailed("PROVIDER_TIMEOUT"));

        answer(payment, DONE, now);
        assertThat(state(payment)).isEqualTo(PaymentState.VOIDED);
    }

    @Test // declined without an answer, and the provider had taken the money
    void givesBackWhatWasTakenAfterTheDecline() {
        Payment payment = requested();
        answer(payment, new ProviderAnswer.Refused("PROVIDER_ERROR"), START);
        payment.answered(new ProviderRequest.Authorize(PaymentFixture.ID, Money.byn(1_000)), DONE, START);

        answer(payment, new ProviderAnswer.Refused(ProviderAnswer.ALREADY_CAPTURED), START);
        assertThat(payment.facts()).contains(new PaymentFact.VoidFailed(ProviderAnswer.ALREADY_CAPTURED));
        assertThat(payment.sendRefund(payment.snapshot().refunds().getFirst().id(), START))
                .isTrue();
        answer(payment, DONE, START);

        assertThat(state(payment)).isEqualTo(PaymentState.DECLINED);
        assertThat(payment.snapshot().refunded()).isEqualTo(Money.byn(1_000));
        assertThat(payment.postings().stream().mapToLong(Posting::amountMinor).sum())
                .isZero();
    }

    @Test
    void hasNothingToLetGoOfWhenTheAuthorizationRanOut() {
        Payment payment = voiding();

        answer(payment, new ProviderAnswer.Refused(ProviderAnswer.EXPIRED), START);

        assertThat(state(payment)).isEqualTo(PaymentState.VOIDED);
    }

    @Test // rule 4
    void isARefundOnceMoneyWasTaken() {
        Payment payment = captured();

        assertThat(payment.cancel("r1", RefundReason.ORDER_CANCELLED, START)).isTrue();

        assertThat(state(payment)).isEqualTo(PaymentState.CAPTURED);
        assertThat(payment.snapshot().refunds()).extracting(Refund::amount).containsExactly(Money.byn(1_000));
        assertThat(payment.cancel("r2", RefundReason.ORDER_CANCELLED, START))
                .as("everything is promised back")
                .isFalse();
    }

    @Test
    void isPointlessInEveryFinalState() {
        Payment declined = requested();
        answer(declined, new ProviderAnswer.Refused("FRAUD_SUSPECTED"), START);
        Payment voided = voiding();
        answer(voided, DONE, START);

        assertThat(declined.cancel("r1", RefundReason.ORDER_CANCELLED, START)).isFalse();
        assertThat(voided.cancel("r1", RefundReason.ORDER_CANCELLED, START)).isFalse();
        assertThat(voided.wantCapture(Money.byn(1_000))).isFalse();
        assertThat(voided.endAuthorization(START)).isFalse();
    }
}
