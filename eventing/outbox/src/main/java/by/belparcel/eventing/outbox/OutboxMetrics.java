package by.belparcel.eventing.outbox;

import java.time.Duration;

/** What the drain reports while it works; the backlog is asked from {@link OutboxStatus}. */
public interface OutboxMetrics {

    /** A piece of a window is acknowledged and marked. */
    void published(int rows, Duration took);

    /** Keys were parked, or stay parked after a further attempt; {@code dead} of them for good. */
    void parked(int keys, int dead);

    /** Kafka or the database failed and the piece was rolled back. */
    void failed(Throwable failure);

    /** A simulated failure: {@code drop} or {@code duplicate}. */
    void chaos(String kind);

    /** Reports nothing. */
    static OutboxMetrics noop() {
        return NoMetrics.INSTANCE;
    }
}
