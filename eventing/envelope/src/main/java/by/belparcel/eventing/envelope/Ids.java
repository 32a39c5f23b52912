package by.belparcel.eventing.envelope;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.LongSupplier;

/** UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then a counter-extended random part, so ids of one process increase. */
public final class Ids {

    private final LongSupplier clock;
    private final SecureRandom random = new SecureRandom();
    private long lastMillis;
    private int counter;

    public Ids() {
        this(System::currentTimeMillis);
    }

    Ids(LongSupplier clock) {
        this.clock = clock;
    }

    /** A new id in canonical lower-case text. */
    public String next() {
        return nextUuid().toString();
    }

    public synchronized UUID nextUuid() {
        long millis = Math.max(clock.getAsLong(), lastMillis);
        if (millis == lastMillis) {
            counter++;
            if (counter > 0xFFF) {
                millis++;
                counter = random.nextInt(0x400);
            }
        } else {
            counter = random.nextInt(0x400);
        }
        lastMillis = millis;
        long high = (millis << 16) | 0x7000L | counter;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
