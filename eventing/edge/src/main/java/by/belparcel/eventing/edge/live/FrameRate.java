package by.belparcel.eventing.edge.live;

import java.util.concurrent.TimeUnit;

/** How many frames a client sent in the minute that began with the first of them. */
final class FrameRate {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final int most;
    private long since = Long.MIN_VALUE;
    private int count;

    FrameRate(int most) {
        this.most = most;
    }

    /** Whether one more frame is within the limit. */
    boolean take(long now) {
        if (since == Long.MIN_VALUE || now - since >= MINUTE) {
            since = now;
            count = 0;
        }
        count++;
        return count <= most;
    }
}
