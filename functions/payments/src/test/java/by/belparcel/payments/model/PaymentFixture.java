package by.belparcel.payments.model;

import by.belparcel.kernel.Money;
import by.belparcel.kernel.PaymentMethod;
import java.time.Duration;
import java.time.Instant;

/** Payments in every state, made the way the product makes them. */
final class PaymentFixture {

    static final String ID = "01933b7c-0000-7000-8000-000000000001";
    static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    static final Instant EXPIRY = START.plus(Duration.ofDays(7));
    static final ProviderAnswer DONE = new ProviderAnswer.Done("SIM-1", EXPIRY);
    static final ProviderAnswer SILENT = new ProviderAnswer.Silent();

    private PaymentFixture() {}

    static PaymentTerms terms(PaymentMethod method, long fee, long goods) {
        return new PaymentTerms(
                ID,
                "01933b7c-0000-7000-8000-000000000002",
                "shop-1",
                method,
                "fake",
                Money.byn(fee),
                Money.byn(goods),
                START);
    }

    static Payment requested() {
        return Payment.requested(terms(PaymentMethod.CARD_PREPAID, 1_000, 0), RetryPolicy.DEFAULT);
    }

    static Payment authorized() {
        Payment payment = requested();
        answer(payment, DONE, START);
        return payment;
    }

    static Payment unknown() {
        Payment payment = requested();
        answer(payment, SILENT, START);
        return payment;
    }

    static Payment captured() {
        Payment payment = authorized();
        if (!payment.wantCapture(Money.byn(1_000))) {
            throw new AssertionError("an authorised payment can be captured");
        }
        answer(payment, DONE, START);
        return payment;
    }

    /** Gives this answer to what the payment asks now. */
    static ProviderRequest answer(Payment payment, ProviderAnswer answer, Instant now) {
        ProviderRequest request = payment.next(now).orElseThrow(() -> new AssertionError("nothing is asked"));
        payment.answered(request, answer, now);
        return request;
    }

    static PaymentState state(Payment payment) {
        return payment.snapshot().state();
    }
}
