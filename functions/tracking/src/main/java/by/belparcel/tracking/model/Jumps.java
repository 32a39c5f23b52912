package by.belparcel.tracking.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules 10 and 11: nobody drives so fast, unless three fixes in a row say that the last known place was the wrong one (D26). */
public final class Jumps {

    private static final int WITNESSES = 3;

    private Jumps() {}

    static Step.Result judge(Case c) {
        double worst = 0;
        for (Spot spot : references(c)) {
            worst = Math.max(worst, isJump(c, spot) ? speed(c, spot) : 0);
        }
        if (worst == 0) {
            return Step.on(c);
        }
        List<Fix> witnesses = after(c.known().candidates(), c.fix());
        if (!c.outOfOrder() && agree(witnesses, c)) {
            return Step.done(new Verdict.Accepted(
                    c.fix(), c.quality(), FixFilter.isNewest(c), true, witnesses.subList(0, WITNESSES - 1)));
        }
        return Step.done(new Verdict.Refused(
                Rule.TELEPORT, Map.of("speed_mps", Math.round(worst)), c.outOfOrder() ? null : c.fix()));
    }

    /** The jumps to remember, this one last. */
    public static List<Fix> after(List<Fix> candidates, Fix fix) {
        List<Fix> all = new ArrayList<>(candidates);
        all.add(fix);
        return List.copyOf(all.subList(Math.max(0, all.size() - WITNESSES), all.size()));
    }

    /** A late fix must fit to its neighbours on both sides; a new one to the last good position, which may be a heartbeat. */
    private static List<Spot> references(Case c) {
        List<Spot> spots = new ArrayList<>();
        Latest latest = c.known().latestOf(c.fix().carrierId());
        if (latest != null
                && !c.outOfOrder()
                && latest.accuracyM() <= c.profile().goodAccuracyM()) {
            add(spots, latest.spot());
        } else {
            add(spots, c.known().goodBefore());
        }
        if (c.outOfOrder()) {
            add(spots, c.known().goodAfter());
        }
        return spots;
    }

    private static void add(List<Spot> spots, @Nullable Spot spot) {
        if (spot != null) {
            spots.add(spot);
        }
    }

    private static boolean isJump(Case c, Spot spot) {
        return c.fix().place().metresTo(spot.place()) > c.profile().jumpM()
                && speed(c, spot) > c.profile().speedMps();
    }

    /** As the vehicle would have driven it; a simulated one lives faster. */
    private static double speed(Case c, Spot spot) {
        double metres = c.fix().place().metresTo(spot.place());
        return metres
                / seconds(spot.deviceTime(), c.fix().deviceTime())
                / c.known().timeScale();
    }

    private static boolean agree(List<Fix> witnesses, Case c) {
        if (witnesses.size() < WITNESSES) {
            return false;
        }
        Duration span = Duration.between(
                witnesses.getFirst().deviceTime(), witnesses.getLast().deviceTime());
        if (span.compareTo(c.known().scaled(c.profile().anchorSpan())) < 0) {
            return false;
        }
        for (int i = 0; i < witnesses.size(); i++) {
            for (int j = i + 1; j < witnesses.size(); j++) {
                if (pace(witnesses.get(i), witnesses.get(j)) / c.known().timeScale()
                        > c.profile().speedMps()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double pace(Fix one, Fix other) {
        return one.place().metresTo(other.place()) / seconds(one.deviceTime(), other.deviceTime());
    }

    private static double seconds(Instant one, Instant other) {
        return Math.max(1, Duration.between(one, other).abs().toMillis() / 1000.0);
    }
}
