package by.belparcel.eventing.outbox;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** The real drain, killed at a random step of some of its runs. */
final class DrainRelay implements Relay {

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final long LAST_TRIES = 4;

    private final OutboxDrain drain;
    private final RandomGenerator random;
    private final AtomicInteger killAt = new AtomicInteger();

    /** @param rows most rows of one transaction: small values split windows */
    DrainRelay(OutboxBed bed, RandomGenerator random, int rows) {
        this.random = random;
        this.drain = bed.drain(OutboxLimits.defaults().withRows(rows), point -> {
            if (killAt.decrementAndGet() == 0) {
                throw new Killed();
            }
        });
    }

    @Override
    public void run() {
        killAt.set(random.nextInt(3) == 0 ? 1 + random.nextInt(8) : 0);
        try {
            drain.drain().block();
        } catch (Killed | OutboxUnavailable e) {
            // A Kafka that is slow for once ends a run as a kill does: nothing is marked, the next run goes on.
        }
    }

    @Override
    public void finish() {
        killAt.set(0);
        drain.drain().retry(LAST_TRIES).block();
    }
}
