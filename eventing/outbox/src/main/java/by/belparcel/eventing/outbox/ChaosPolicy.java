package by.belparcel.eventing.outbox;

import java.time.Duration;

/** Simulated trouble while publishing (domain operations.md 4). A drop is a failed attempt that is retried, never a lost row. */
public interface ChaosPolicy {

    /** Whether this attempt to publish is to fail. */
    boolean drops();

    /** Whether the record is to be sent twice. */
    boolean duplicates();

    /** Wait before each piece of a window. */
    Duration delay();

    /** No trouble. */
    static ChaosPolicy none() {
        return NoChaos.INSTANCE;
    }
}
