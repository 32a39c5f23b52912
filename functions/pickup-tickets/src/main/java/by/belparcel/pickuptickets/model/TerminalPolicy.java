package by.belparcel.pickuptickets.model;

import java.time.Duration;

/**
 * What a terminal may do (domain orders-and-payments 3.2): limits per address alone fail when addresses rotate.
 *
 * @param wrongCodes wrong codes that throttle it
 * @param wrongWindow how long a wrong code counts
 * @param searches codes that it may show without naming an order
 * @param searchWindow how long such a search counts
 */
public record TerminalPolicy(int wrongCodes, Duration wrongWindow, int searches, Duration searchWindow) {

    public static final TerminalPolicy DEFAULT =
            new TerminalPolicy(20, Duration.ofMinutes(10), 3, Duration.ofMinutes(1));
}
