package by.belparcel.payments.model;

import static by.belparcel.payments.model.PaymentFixture.DONE;
import static by.belparcel.payments.model.PaymentFixture.EXPIRY;
import static by.belparcel.payments.model.PaymentFixture.ID;
import static by.belparcel.payments.model.PaymentFixture.SILENT;
import static by.belparcel.payments.model.PaymentFixture.START;
import static by.belparcel.payments.model.PaymentFixture.answer;
import static by.belparcel.payments.model.PaymentFixture.requested;
import static by.belparcel.payments.model.PaymentFixture.state;
import static by.belparcel.payments.model.PaymentFixture.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.Money;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaymentAuthorizationTest {

    @Test
    void asksWithThePaymentIdAsKeyAndIsAuthorized() {
        Payment payment = requested();

        ProviderRequest request = answer(payment, DONE, START);

        assertThat(request.key()).isEqualTo(ID);
        assertThat(request.amount()).isEqualTo(Money.byn(1_000));
        assertThat(state(payment)).isEqualTo(PaymentState.AUTHORIZED);
        assertThat(payment.facts()).containsExactly(new PaymentFact.Authorized(EXPIRY));
        assertThat(payment.next(START)).isEmpty();
    }

    @Test
    void isDeclinedForTheReasonOfTheProvider() {
        Payment payment = requested();

        answer(payment, new ProviderAnswer.Refused("INSUFFICIENT_FUNDS"), START);

        assertThat(state(payment)).isEqualTo(PaymentState.DECLINED);
        assertThat(payment.snapshot().declineCode()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(payment.facts()).containsExactly(new PaymentFact.Declined("INSUFFICIENT_FUNDS"));
        assertThat(payment.next(START.plusSeconds(9_999))).isEmpty();
    }

    @Test // rule 1
    void isUnknownAndNeverDeclinedWithoutAnAnswer() {
        Payment payment = unknown();

        assertThat(state(payment)).isEqualTo(PaymentState.UNKNOWN);
        assertThat(payment.facts()).containsExactly(new PaymentFact.Unknown(START.plusSeconds(30)));
        assertThat(payment.next(START.plusSeconds(29))).isEmpty();
        assertThat(payment.next(START.plusSeconds(30)))
                .map(ProviderRequest::key)
                .contains(ID);
    }

    @Test // rule 1
    void isAskedForAfterThirtySecondsTwoAndTenMinutesThenDeclinedAndLetGo() {
        Payment payment = unknown();

        answer(payment, SILENT, START.plusSeconds(30));
        assertThat(payment.snapshot().retryAt()).isEqualTo(START.plus(Duration.ofMinutes(2)));
        answer(payment, SILENT, START.plus(Duration.ofMinutes(2)));
        assertThat(payment.snapshot().retryAt()).isEqualTo(START.plus(Duration.ofMinutes(10)));
        Instant last = START.plus(Duration.ofMinutes(10));
        answer(payment, SILENT, last);

        assertThat(state(payment)).isEqualTo(PaymentState.DECLINED);
        assertThat(payment.facts()).last().isEqualTo(new PaymentFact.Declined("PROVIDER_TIMEOUT"));
        assertThat(answer(payment, DONE, last)).isInstanceOf(ProviderRequest.Release.class);
        assertThat(payment.next(last)).isEmpty();
    }

    @Test
    void becomesAuthorizedByALateAnswer() {
        Payment payment = unknown();

        answer(payment, DONE, START.plusSeconds(30));

        assertThat(state(payment)).isEqualTo(PaymentState.AUTHORIZED);
        assertThat(payment.snapshot().tries()).isZero();
        assertThat(payment.snapshot().retryAt()).isNull();
    }

    @Test // rule 2
    void ignoresALateDeclineAfterTheAuthorization() {
        Payment payment = PaymentFixture.authorized();
        PaymentSnapshot before = payment.snapshot();

        payment.answered(
                new ProviderRequest.Authorize(ID, Money.byn(1_000)),
                new ProviderAnswer.Refused("LIMIT_EXCEEDED"),
                START);

        assertThat(payment.snapshot()).isEqualTo(before);
    }

    @Test // compensation matrix: late authorisation
    void letsGoOfAnAuthorizationThatComesAfterTheDecline() {
        Payment payment = requested();
        answer(payment, new ProviderAnswer.Refused("PROVIDER_ERROR"), START);

        payment.answered(new ProviderRequest.Authorize(ID, Money.byn(1_000)), DONE, START);

        assertThat(state(payment)).isEqualTo(PaymentState.DECLINED);
        assertThat(answer(payment, DONE, START)).isInstanceOf(ProviderRequest.Release.class);
        assertThat(payment.next(START)).isEmpty();
        assertThat(state(payment)).isEqualTo(PaymentState.DECLINED);
    }

    @Test // compensation matrix: cancelled while the authorisation is in flight
    void remembersACancellationAndVoidsAtOnceWhenAuthorized() {
        Payment payment = unknown();

        assertThat(payment.cancel("r1", RefundReason.ORDER_CANCELLED, START)).isTrue();
        assertThat(payment.cancel("r2", RefundReason.ORDER_CANCELLED, START)).isFalse();
        assertThat(state(payment)).isEqualTo(PaymentState.UNKNOWN);
        answer(payment, DONE, START.plusSeconds(30));
        assertThat(state(payment)).isEqualTo(PaymentState.VOIDING);
        answer(payment, DONE, START.plusSeconds(30));

        assertThat(state(payment)).isEqualTo(PaymentState.VOIDED);
        assertThat(payment.postings()).isEmpty();
    }
}
