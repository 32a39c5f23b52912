package by.belparcel.eventing.outbox;

import java.time.Duration;

/** The knob turned off. */
enum NoChaos implements ChaosPolicy {
    INSTANCE;

    @Override
    public boolean drops() {
        return false;
    }

    @Override
    public boolean duplicates() {
        return false;
    }

    @Override
    public Duration delay() {
        return Duration.ZERO;
    }
}
