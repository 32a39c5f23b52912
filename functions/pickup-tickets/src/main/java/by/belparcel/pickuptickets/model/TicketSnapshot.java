package by.belparcel.pickuptickets.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a ticket as it is stored.
 *
 * @param pvzId where it can be used, absent until it is active
 * @param attempts wrong codes in a row
 * @param validUntil end of storage, absent until it is known
 */
public record TicketSnapshot(
        String id,
        String number,
        String orderId,
        TicketState state,
        @Nullable String pvzId,
        CodeSlot code,
        @Nullable Instant rotatedAt,
        int attempts,
        @Nullable Instant lockedUntil,
        @Nullable Instant validUntil,
        @Nullable Delegate delegate,
        Quota quota,
        Instant issuedAt,
        long version) {

    public static TicketSnapshot issued(String id, String number, String orderId, Instant at) {
        return new TicketSnapshot(
                id,
                number,
                orderId,
                TicketState.ISSUED,
                null,
                CodeSlot.NONE,
                null,
                0,
                null,
                null,
                null,
                Quota.NONE,
                at,
                1);
    }
}
