package by.belparcel.payments.model;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** States of a payment and the only ways between them (domain orders-and-payments 2.1). Money only moves forward. */
public enum PaymentState {
    REQUESTED,
    UNKNOWN,
    AUTHORIZED,
    VOIDING,
    CAPTURED,
    PARTIALLY_REFUNDED,
    REFUNDED,
    DECLINED,
    VOIDED,
    EXPIRED;

    private static final Map<PaymentState, Set<PaymentState>> NEXT = new EnumMap<>(PaymentState.class);

    static {
        NEXT.put(REQUESTED, EnumSet.of(AUTHORIZED, DECLINED, UNKNOWN));
        NEXT.put(UNKNOWN, EnumSet.of(AUTHORIZED, DECLINED));
        NEXT.put(AUTHORIZED, EnumSet.of(CAPTURED, VOIDING, EXPIRED));
        NEXT.put(VOIDING, EnumSet.of(VOIDED, CAPTURED));
        NEXT.put(CAPTURED, EnumSet.of(PARTIALLY_REFUNDED, REFUNDED));
        NEXT.put(PARTIALLY_REFUNDED, EnumSet.of(PARTIALLY_REFUNDED, REFUNDED));
    }

    public boolean mayBecome(PaymentState next) {
        return following().contains(next);
    }

    /** Where a payment may go from here; empty for a terminal state. */
    public Set<PaymentState> following() {
        return NEXT.getOrDefault(this, Set.of());
    }

    public boolean terminal() {
        return following().isEmpty();
    }

    /** Whether money has been taken and not all of it given back. */
    public boolean holdsMoney() {
        return this == CAPTURED || this == PARTIALLY_REFUNDED;
    }
}
