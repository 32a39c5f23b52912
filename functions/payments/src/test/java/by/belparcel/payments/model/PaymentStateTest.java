package by.belparcel.payments.model;

import static by.belparcel.payments.model.PaymentState.AUTHORIZED;
import static by.belparcel.payments.model.PaymentState.CAPTURED;
import static by.belparcel.payments.model.PaymentState.DECLINED;
import static by.belparcel.payments.model.PaymentState.EXPIRED;
import static by.belparcel.payments.model.PaymentState.PARTIALLY_REFUNDED;
import static by.belparcel.payments.model.PaymentState.REFUNDED;
import static by.belparcel.payments.model.PaymentState.REQUESTED;
import static by.belparcel.payments.model.PaymentState.UNKNOWN;
import static by.belparcel.payments.model.PaymentState.VOIDED;
import static by.belparcel.payments.model.PaymentState.VOIDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PaymentStateTest {

    /** The table of domain orders-and-payments 2.1, written down a second time. */
    private static final Set<String> LEGAL = Set.of(
            REQUESTED + ">" + AUTHORIZED,
            REQUESTED + ">" + DECLINED,
            REQUESTED + ">" + UNKNOWN,
            UNKNOWN + ">" + AUTHORIZED,
            UNKNOWN + ">" + DECLINED,
            AUTHORIZED + ">" + CAPTURED,
            AUTHORIZED + ">" + VOIDING,
            AUTHORIZED + ">" + EXPIRED,
            VOIDING + ">" + VOIDED,
            VOIDING + ">" + CAPTURED,
            CAPTURED + ">" + PARTIALLY_REFUNDED,
            CAPTURED + ">" + REFUNDED,
            PARTIALLY_REFUNDED + ">" + PARTIALLY_REFUNDED,
            PARTIALLY_REFUNDED + ">" + REFUNDED);

    @Test // D23
    void allowsExactlyTheTransitionsOfTheTable() {
        for (PaymentState from : PaymentState.values()) {
            for (PaymentState to : PaymentState.values()) {
                assertThat(from.mayBecome(to)).as("%s to %s", from, to).isEqualTo(LEGAL.contains(from + ">" + to));
            }
        }
    }

    @Test
    void endsInDeclinedVoidedRefundedOrExpired() {
        assertThat(PaymentState.values())
                .filteredOn(PaymentState::terminal)
                .containsExactlyInAnyOrder(DECLINED, VOIDED, REFUNDED, EXPIRED);
    }
}
