package by.belparcel.tracking.stream.application;

/** So many frames a second, with one second's worth of them at once. */
final class Rate {

    private final int perSecond;
    private double tokens;
    private long at;

    Rate(int perSecond, long now) {
        this.perSecond = perSecond;
        this.tokens = perSecond;
        this.at = now;
    }

    boolean take(long now) {
        tokens = Math.min(perSecond, tokens + (now - at) / 1e9 * perSecond);
        at = now;
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }
}
