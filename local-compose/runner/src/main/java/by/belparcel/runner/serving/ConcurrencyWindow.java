package by.belparcel.runner.serving;

import java.time.Duration;

/** The time-weighted average of a number over the recent past, in slots: what Knative's autoscaler sees of a service. */
final class ConcurrencyWindow {

    private static final int SLOTS = 60;

    private final long slotNanos;
    private final double[] sums = new double[SLOTS + 1];
    private final long created;
    private long last;
    private double current;

    ConcurrencyWindow(Duration window, long now) {
        this.slotNanos = Math.max(1, window.toNanos() / SLOTS);
        this.created = now;
        this.last = now;
    }

    /** The number is {@code value} from now on. */
    void set(double value, long now) {
        advance(now);
        current = value;
    }

    /** Average over the last {@code span} (at most the window), or since the beginning when that is shorter. */
    double average(Duration span, long now) {
        advance(now);
        int slots = (int) Math.clamp(span.toNanos() / slotNanos, 1L, (long) SLOTS);
        long newest = slot(now);
        double sum = 0;
        for (long each = newest; each > newest - slots && each >= 0; each--) {
            sum += sums[(int) (each % sums.length)];
        }
        long covered = (slots - 1) * slotNanos + (now - created) % slotNanos;
        return sum / Math.max(1, Math.min(covered, now - created));
    }

    private void advance(long now) {
        long from = Math.max(last, now - slotNanos * sums.length);
        for (long each = slot(last) + 1; each <= Math.min(slot(now), slot(last) + sums.length); each++) {
            sums[(int) (each % sums.length)] = 0;
        }
        if (current > 0) {
            for (long each = slot(from); each <= slot(now); each++) {
                long begin = Math.max(from, created + each * slotNanos);
                long end = Math.min(now, created + (each + 1) * slotNanos);
                if (end > begin) {
                    sums[(int) (each % sums.length)] += current * (end - begin);
                }
            }
        }
        last = Math.max(last, now);
    }

    private long slot(long time) {
        return (time - created) / slotNanos;
    }
}
