package by.belparcel.payments.model;

import static by.belparcel.payments.model.PaymentFixture.DONE;
import static by.belparcel.payments.model.PaymentFixture.SILENT;
import static by.belparcel.payments.model.PaymentFixture.START;
import static by.belparcel.payments.model.PaymentFixture.answer;
import static by.belparcel.payments.model.PaymentFixture.authorized;
import static by.belparcel.payments.model.PaymentFixture.captured;
import static by.belparcel.payments.model.PaymentFixture.state;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PaymentRefundTest {

    private static Payment refunding(long kopecks) {
        Payment payment = captured();
        assertThat(payment.requestRefund("r1", Money.byn(kopecks), "damaged", START))
                .isEmpty();
        assertThat(payment.sendRefund("r1", START)).isTrue();
        return payment;
    }

    private static Refund refund(Payment payment) {
        return payment.snapshot().refunds().getFirst();
    }

    @Test // rule 8
    void isDoneOnlyWhenTheProviderConfirms() {
        Payment payment = refunding(300);
        assertThat(refund(payment).state()).isEqualTo(Refund.State.PENDING);
        assertThat(state(payment)).isEqualTo(PaymentState.CAPTURED);

        answer(payment, DONE, START);

        assertThat(refund(payment).state()).isEqualTo(Refund.State.SUCCEEDED);
        assertThat(state(payment)).isEqualTo(PaymentState.PARTIALLY_REFUNDED);
        assertThat(payment.snapshot().refunded()).isEqualTo(Money.byn(300));
        assertThat(payment.remaining()).isEqualTo(Money.byn(700));
    }

    @Test // 2.4, rule 4
    void neverPromisesMoreThanIsLeft() {
        Payment payment = refunding(300);

        Rejection tooMuch =
                payment.requestRefund("r2", Money.byn(701), "x", START).orElseThrow();
        assertThat(tooMuch.code()).isEqualTo("REFUND_EXCEEDS_CAPTURED");
        assertThat(tooMuch.kind().status()).isEqualTo(422);
        assertThat(tooMuch.members()).containsEntry("remaining", Map.of("amount", 700L, "currency", "BYN"));
        assertThat(payment.requestRefund("r2", Money.byn(700), "x", START)).isEmpty();
        assertThat(payment.requestRefund("r3", Money.byn(1), "x", START)).isPresent();
    }

    @Test // 2.4
    void isRefusedWhileNothingIsTaken() {
        Rejection refused =
                authorized().requestRefund("r1", Money.byn(1), "x", START).orElseThrow();

        assertThat(refused.code()).isEqualTo("INVALID_STATE");
        assertThat(refused.kind().status()).isEqualTo(409);
    }

    @Test // rule 7, D28
    void isRetriedWithGrowingPausesForADayThenGivenToPeople() {
        Payment payment = refunding(1_000);
        List<Long> pauses = new ArrayList<>();
        Instant now = START;
        while (refund(payment).open()) {
            answer(payment, SILENT, now);
            Instant next = refund(payment).nextTryAt();
            if (next != null) {
                pauses.add(Duration.between(now, next).toMinutes());
                now = next;
            }
        }

        assertThat(pauses).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 360L, 360L, 360L);
        assertThat(now).isAfterOrEqualTo(START.plus(Duration.ofHours(24)));
        assertThat(refund(payment).state()).isEqualTo(Refund.State.MANUAL);
        assertThat(payment.facts()).last().isEqualTo(new PaymentFact.RefundFailed("r1", "PROVIDER_TIMEOUT", true));
        assertThat(payment.remaining()).as("a promise stays a promise").isEqualTo(Money.ZERO);
        assertThat(payment.next(now.plus(Duration.ofDays(9)))).isEmpty();
    }

    @Test
    void triesARefusedRefundAgain() {
        Payment payment = refunding(1_000);

        answer(payment, new ProviderAnswer.Refused("PROVIDER_ERROR"), START);
        assertThat(refund(payment).state()).isEqualTo(Refund.State.FAILED);
        assertThat(payment.facts()).last().isEqualTo(new PaymentFact.RefundFailed("r1", "PROVIDER_ERROR", false));
        answer(payment, DONE, Objects.requireNonNull(refund(payment).nextTryAt()));

        assertThat(state(payment)).isEqualTo(PaymentState.REFUNDED);
    }

    @Test // rule 6
    void goesToPeopleAtOnceWhenTheProviderCannotDoIt() {
        Payment payment = refunding(1_000);

        answer(payment, new ProviderAnswer.Refused(ProviderAnswer.REFUND_NOT_SUPPORTED), START);

        assertThat(refund(payment).state()).isEqualTo(Refund.State.MANUAL);
    }

    @Test
    void settlesOnceHoweverOftenTheProviderConfirms() {
        Payment payment = refunding(400);
        ProviderRequest request = answer(payment, DONE, START);
        PaymentSnapshot once = payment.snapshot();

        payment.answered(request, DONE, START.plusSeconds(5));
        payment.answered(request, new ProviderAnswer.Refused("PROVIDER_ERROR"), START.plusSeconds(6));

        assertThat(payment.snapshot()).isEqualTo(once);
    }

    @Test
    void isSentOnce() {
        Payment payment = refunding(400);
        answer(payment, new ProviderAnswer.Pending(), START);

        assertThat(payment.sendRefund("r1", START)).isFalse();
        assertThat(payment.sendRefund("unknown", START)).isFalse();
        assertThat(payment.next(START)).isEmpty();
    }
}
