package by.belparcel.pickuptickets.model;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * States of a pickup ticket and the only ways between them (domain orders-and-payments 3.1). A locked or expired ticket can be
 * revoked too: an order may be lost or sent back whatever happened to its code. Every living ticket can be redeemed: a parcel may be
 * issued against a document, and the news of it may come before the news that made the ticket active.
 */
public enum TicketState {
    ISSUED,
    ACTIVE,
    LOCKED,
    REDEEMED,
    REVOKED,
    EXPIRED;

    private static final Map<TicketState, Set<TicketState>> NEXT = new EnumMap<>(TicketState.class);

    static {
        NEXT.put(ISSUED, EnumSet.of(ACTIVE, REDEEMED, REVOKED));
        NEXT.put(ACTIVE, EnumSet.of(REDEEMED, LOCKED, REVOKED, EXPIRED));
        NEXT.put(LOCKED, EnumSet.of(ACTIVE, REDEEMED, REVOKED, EXPIRED));
        NEXT.put(EXPIRED, EnumSet.of(ACTIVE, REDEEMED, REVOKED));
    }

    public boolean mayBecome(TicketState next) {
        return following().contains(next);
    }

    public Set<TicketState> following() {
        return NEXT.getOrDefault(this, Set.of());
    }

    public boolean terminal() {
        return following().isEmpty();
    }
}
