package by.belparcel.pickuptickets.model;

import java.time.Duration;

/**
 * The figures of domain orders-and-payments 3.2.
 *
 * @param wrongCodes wrong codes that lock a ticket
 * @param lock how long it stays locked
 * @param rotations new codes a day for the client
 * @param resends new codes a day on behalf of an operator
 */
public record TicketPolicy(int wrongCodes, Duration lock, int rotations, int resends) {

    public static final TicketPolicy DEFAULT = new TicketPolicy(5, Duration.ofMinutes(30), 3, 5);
}
