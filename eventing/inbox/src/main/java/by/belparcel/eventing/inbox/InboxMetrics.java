package by.belparcel.eventing.inbox;

import java.time.Duration;

/** What the pipelines count. */
public interface InboxMetrics {

    /** What became of a delivered event. */
    enum Delivery {
        APPLIED,
        DUPLICATE,
        IGNORED,
        POISON,
        RETRY,
        PARKED
    }

    /** What an Idempotency-Key met. */
    enum Key {
        NEW,
        REPLAYED,
        IN_PROGRESS,
        MISMATCH
    }

    void delivered(String consumer, Delivery result);

    void key(String function, Key result);

    /** Time from the event's occurrence to its effect. */
    void lag(String consumer, Duration lag);

    static InboxMetrics noop() {
        return new InboxMetrics() {
            @Override
            public void delivered(String consumer, Delivery result) {}

            @Override
            public void key(String function, Key result) {}

            @Override
            public void lag(String consumer, Duration lag) {}
        };
    }
}
