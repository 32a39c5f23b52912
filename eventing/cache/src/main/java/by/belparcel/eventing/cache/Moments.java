package by.belparcel.eventing.cache;

import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Clocks and chance, given from outside so that tests can move them.
 *
 * @param nanos monotonic, for everything inside the process
 * @param wall for what processes tell each other
 * @param random from 0 up to 1, for jitter
 */
record Moments(LongSupplier nanos, InstantSource wall, DoubleSupplier random) {

    static Moments real() {
        return new Moments(
                System::nanoTime,
                InstantSource.system(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    long now() {
        return nanos.getAsLong();
    }

    long millis() {
        return wall.millis();
    }
}
