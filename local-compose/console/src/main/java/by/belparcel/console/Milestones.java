package by.belparcel.console;

import java.util.Set;

/** Points on the way of an order that a watcher waits for; the order may be further by the time somebody looks. */
public final class Milestones {

    private static final Set<String> BEFORE_CONFIRMED = Set.of("", "CREATED", "AUTHORIZED", "CANCELLED");

    private Milestones() {}

    /** Confirmed, or further on its way. */
    public static boolean confirmed(String state) {
        return !BEFORE_CONFIRMED.contains(state);
    }
}
