package by.belparcel.payments.model;

import static by.belparcel.payments.model.PaymentFixture.DONE;
import static by.belparcel.payments.model.PaymentFixture.EXPIRY;
import static by.belparcel.payments.model.PaymentFixture.ID;
import static by.belparcel.payments.model.PaymentFixture.SILENT;
import static by.belparcel.payments.model.PaymentFixture.START;
import static by.belparcel.payments.model.PaymentFixture.answer;
import static by.belparcel.payments.model.PaymentFixture.authorized;
import static by.belparcel.payments.model.PaymentFixture.captured;
import static by.belparcel.payments.model.PaymentFixture.state;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.Money;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaymentCaptureTest {

    private static final ProviderAnswer EXPIRED = new ProviderAnswer.Refused(ProviderAnswer.EXPIRED);

    private static final Instant LATER = START.plusSeconds(30);

    @Test // I5
    void booksACaptureInDoubleEntry() {
        Payment payment = captured();

        assertThat(state(payment)).isEqualTo(PaymentState.CAPTURED);
        assertThat(payment.snapshot().captured()).isEqualTo(Money.byn(1_000));
        assertThat(payment.facts()).last().isEqualTo(new PaymentFact.Captured(Money.byn(1_000)));
        assertThat(payment.postings())
                .extracting(Posting::account)
                .containsExactly("clearing:fake", "revenue:delivery");
        assertThat(payment.postings()).extracting(Posting::amountMinor).containsExactly(1_000L, -1_000L);
    }

    @Test
    void isWantedOnce() {
        Payment payment = authorized();

        assertThat(payment.wantCapture(Money.byn(1_000))).isTrue();
        assertThat(payment.wantCapture(Money.byn(1_000))).isFalse();
        assertThat(captured().wantCapture(Money.byn(1_000))).isFalse();
    }

    @Test // rule 3
    void takesAPartOnceAndNeverMoreThanAuthorized() {
        Payment payment = authorized();

        assertThat(payment.wantCapture(Money.byn(1_001))).isFalse();
        assertThat(payment.wantCapture(Money.byn(400))).isTrue();
        assertThat(answer(payment, DONE, START).amount()).isEqualTo(Money.byn(400));
        assertThat(payment.snapshot().captured()).isEqualTo(Money.byn(400));
        assertThat(payment.wantCapture(Money.byn(600))).isFalse();
    }

    @Test
    void saysWhyAndStaysAuthorizedWhenRefused() {
        Payment payment = authorized();
        assertThat(payment.wantCapture(Money.byn(1_000))).isTrue();

        answer(payment, new ProviderAnswer.Refused("PROVIDER_ERROR"), START);

        assertThat(state(payment)).isEqualTo(PaymentState.AUTHORIZED);
        assertThat(payment.facts()).last().isEqualTo(new PaymentFact.CaptureFailed("PROVIDER_ERROR"));
        assertThat(payment.next(START)).isEmpty();
    }

    @Test
    void isAskedForAgainWhenThereWasNoAnswer() {
        Payment payment = authorized();
        assertThat(payment.wantCapture(Money.byn(1_000))).isTrue();

        answer(payment, SILENT, START);
        assertThat(payment.next(START)).isEmpty();
        answer(payment, DONE, START.plusSeconds(30));

        assertThat(state(payment)).isEqualTo(PaymentState.CAPTURED);
    }

    @Test // 2.4: capture after expiry
    void authorizesOnceMoreWhenTheAuthorizationRanOut() {
        Payment payment = authorized();
        assertThat(payment.wantCapture(Money.byn(1_000))).isTrue();

        answer(payment, EXPIRED, START);
        assertThat(payment.next(START)).as("the second key is committed first").isEmpty();
        assertThat(answer(payment, DONE, LATER).key()).isEqualTo(ID + "/2");
        assertThat(answer(payment, DONE, LATER).key()).isEqualTo(ID + "/2:capture");

        assertThat(state(payment)).isEqualTo(PaymentState.CAPTURED);
        assertThat(payment.facts()).noneMatch(f -> f instanceof PaymentFact.CaptureFailed);
    }

    @Test // 2.4: capture after expiry
    void expiresWhenTheSecondAuthorizationIsRefused() {
        Payment payment = authorized();
        assertThat(payment.wantCapture(Money.byn(1_000))).isTrue();

        answer(payment, EXPIRED, START);
        answer(payment, new ProviderAnswer.Refused("CARD_EXPIRED"), LATER);

        assertThat(state(payment)).isEqualTo(PaymentState.EXPIRED);
        assertThat(payment.facts()).last().isEqualTo(new PaymentFact.CaptureFailed("EXPIRED"));
    }

    @Test // 2.4: capture after expiry
    void expiresWhenTheSecondAuthorizationRunsOutToo() {
        Payment payment = authorized();
        assertThat(payment.wantCapture(Money.byn(1_000))).isTrue();

        answer(payment, EXPIRED, START);
        answer(payment, DONE, LATER);
        answer(payment, EXPIRED, LATER);

        assertThat(state(payment)).isEqualTo(PaymentState.EXPIRED);
    }

    @Test // delivery.md section 8: payment.auth-expiry
    void isTriedAgainBeforeTheAuthorizationEndsAndVoidedWhenNobodyWantsIt() {
        Payment wanted = authorized();
        assertThat(wanted.wantCapture(Money.byn(1_000))).isTrue();
        answer(wanted, SILENT, START);
        assertThat(wanted.endAuthorization(START.plusSeconds(1))).isTrue();
        assertThat(wanted.next(START.plusSeconds(1))).get().isInstanceOf(ProviderRequest.Capture.class);

        Payment unwanted = authorized();
        assertThat(unwanted.endAuthorization(START.plus(Duration.ofDays(6)))).isTrue();
        answer(unwanted, DONE, EXPIRY);
        assertThat(state(unwanted)).isEqualTo(PaymentState.VOIDED);

        assertThat(captured().endAuthorization(START)).isFalse();
    }
}
