package by.belparcel.runner.eventing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The one switch that ends waiting; whoever waits for a retry is woken and gives up its event undelivered. */
final class Stop {

    private final CountDownLatch latch = new CountDownLatch(1);

    void now() {
        latch.countDown();
    }

    boolean stopped() {
        return latch.getCount() == 0;
    }

    /** Waits; true when it was cut short by the stop. */
    boolean await(Duration duration) {
        try {
            return latch.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
