package by.belparcel.eventing.outbox;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import reactor.util.retry.Retry;

/** The real drain, killed at a random step of some of its runs. */
final class DrainRelay implements Relay {

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final long LAST_TRIES = 4;

    private final OutboxDrain drain;
    private final RandomGenerator random;
    private final AtomicInteger killAt = new AtomicInteger();
    private int away;

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
        } catch (Killed e) {
            // The next run goes on.
        } catch (OutboxUnavailable e) {
            // So does it when Kafka is slow for once; more often would be a fault.
            if (++away > LAST_TRIES) {
                throw e;
            }
        }
    }

    @Override
    public void finish() {
        killAt.set(0);
        drain.drain()
                .retryWhen(Retry.max(LAST_TRIES).filter(OutboxUnavailable.class::isInstance))
                .block();
    }
}
