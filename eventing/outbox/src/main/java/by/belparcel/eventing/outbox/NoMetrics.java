package by.belparcel.eventing.outbox;

import java.time.Duration;

/** Metrics nobody reads. */
enum NoMetrics implements OutboxMetrics {
    INSTANCE;

    @Override
    public void published(int rows, Duration took) {}

    @Override
    public void parked(int keys, int dead) {}

    @Override
    public void failed(Throwable failure) {}

    @Override
    public void chaos(String kind) {}
}
