package by.belparcel.runner.serving;

import java.time.Duration;

/**
 * Knative's rule for the number of instances: the stable window decides, a short window takes over in a panic (twice as many wanted as
 * ready) and nothing shrinks until a stable window after it. Down at most by half at a time.
 */
final class Autoscaler {

    private static final double PANIC_THRESHOLD = 2;
    private static final int PANIC_PERCENT = 10;

    private final ServiceSpec.Scale scale;
    private final int limit;
    private long panicUntil;
    private boolean panic;
    private int panicMost;

    /** {@code hardLimit}: what the machine bears when the service names no maximum. */
    Autoscaler(ServiceSpec.Scale scale, int hardLimit) {
        this.scale = scale;
        this.limit = Math.max(scale.min(), scale.max() == 0 ? hardLimit : scale.max());
    }

    int limit() {
        return limit;
    }

    int desired(ConcurrencyWindow window, int ready, long now) {
        Duration shortSpan = scale.window().multipliedBy(PANIC_PERCENT).dividedBy(100);
        return desired(window.average(scale.window(), now), window.average(shortSpan, now), ready, now);
    }

    int desired(double stableAverage, double panicAverage, int ready, long now) {
        int stable = wanted(stableAverage);
        int sudden = wanted(panicAverage);
        if (sudden >= PANIC_THRESHOLD * Math.max(1, ready)) {
            panic = true;
            panicUntil = now + scale.window().toNanos();
        } else if (panic && now >= panicUntil) {
            panic = false;
            panicMost = 0;
        }
        int wanted = stable;
        if (panic) {
            panicMost = Math.max(Math.max(panicMost, sudden), Math.min(ready, limit));
            wanted = panicMost;
        }
        int floor = stable == 0 ? 0 : ready / 2;
        return Math.clamp(Math.max(wanted, Math.min(floor, ready)), scale.min(), limit);
    }

    private int wanted(double average) {
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(average / scale.target()));
    }
}
