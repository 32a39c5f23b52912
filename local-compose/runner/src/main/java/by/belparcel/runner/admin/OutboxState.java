package by.belparcel.runner.admin;

/**
 * The event log as the database sees it: rows not yet published (-1 = not known), age of the oldest in seconds, parked keys, and dead
 * letters that wait for somebody.
 */
public record OutboxState(long pending, double oldestSeconds, long parked, long deadLetters) {

    /** A database without an outbox, or none at all. */
    public static OutboxState none() {
        return new OutboxState(0, 0, 0, 0);
    }

    static OutboxState unknown() {
        return new OutboxState(-1, 0, -1, -1);
    }
}
