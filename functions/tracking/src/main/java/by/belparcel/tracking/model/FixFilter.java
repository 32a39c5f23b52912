package by.belparcel.tracking.model;

import by.belparcel.kernel.GeoPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The thirteen rules in their order; the first that fails wins (domain delivery.md section 6). */
public final class FixFilter {

    private static final List<Step> STEPS = List.of(
            FixFilter::schema,
            FixFilter::carrier,
            FixFilter::duplicate,
            FixFilter::transit,
            ClockSkew::future,
            FixFilter::age,
            FixFilter::rate,
            FixFilter::accuracy,
            FixFilter::order,
            Jumps::judge,
            FixFilter::jitter);

    private FixFilter() {}

    public static Verdict judge(Fix fix, Situation known, Profile profile) {
        Case current = new Case(fix, known, profile, Quality.HIGH, false);
        for (Step step : STEPS) {
            Step.Result result = step.judge(current);
            if (result instanceof Step.Result.Done done) {
                return done.verdict();
            }
            current = ((Step.Result.On) result).next();
        }
        return new Verdict.Accepted(current.fix(), current.quality(), isNewest(current), false, List.of());
    }

    static boolean isNewest(Case c) {
        return !c.outOfOrder() && c.known().current();
    }

    private static Step.Result schema(Case c) {
        Fix fix = c.fix();
        boolean valid = GeoPoint.isValid(fix.lat(), fix.lng())
                && fix.accuracyM() >= 0
                && Double.isFinite(fix.accuracyM())
                && (fix.speedMps() == null || fix.speedMps() >= 0)
                && (fix.heading() == null || fix.heading() >= 0 && fix.heading() <= 360);
        return valid ? Step.on(c) : refused(Rule.INVALID_FIX, Map.of("lat", text(fix.lat()), "lng", text(fix.lng())));
    }

    private static Step.Result carrier(Case c) {
        return c.known().carrierActive() ? Step.on(c) : refused(Rule.CARRIER_INACTIVE, Map.of());
    }

    private static Step.Result duplicate(Case c) {
        Latest latest = c.known().latestOf(c.fix().carrierId());
        boolean again = c.known().duplicate()
                || latest != null && latest.fixSeq() == c.fix().seq()
                || c.known().candidates().stream()
                        .anyMatch(f -> f.seq() == c.fix().seq());
        return again ? refused(Rule.DUPLICATE, Map.of()) : Step.on(c);
    }

    private static Step.Result transit(Case c) {
        return c.known().drivingSince() == null ? refused(Rule.NOT_IN_TRANSIT, Map.of()) : Step.on(c);
    }

    private static Step.Result age(Case c) {
        Duration age = Duration.between(c.fix().deviceTime(), c.fix().receivedTime());
        return age.compareTo(c.profile().maxAge()) > 0
                ? refused(Rule.TOO_OLD, Map.of("age_s", age.toSeconds()))
                : Step.on(c);
    }

    /** Measured on both sides, so that a backlog is thinned like the live positions. */
    private static Step.Result rate(Case c) {
        Instant at = c.fix().deviceTime();
        Latest latest = c.known().latestOf(c.fix().carrierId());
        Duration gap = nearest(at, c.known().before(), c.known().after(), latest == null ? null : latest.deviceTime());
        boolean tooSoon = gap.compareTo(c.known().scaled(c.profile().interval())) < 0;
        return tooSoon ? refused(Rule.RATE_LIMITED, Map.of("gap_ms", gap.toMillis())) : Step.on(c);
    }

    private static Duration nearest(Instant at, @Nullable Instant... others) {
        Duration nearest = Duration.ofDays(365);
        for (Instant other : others) {
            if (other != null) {
                Duration gap = Duration.between(other, at).abs();
                nearest = gap.compareTo(nearest) < 0 ? gap : nearest;
            }
        }
        return nearest;
    }

    private static Step.Result accuracy(Case c) {
        if (c.fix().accuracyM() <= c.profile().accuracyM()) {
            return Step.on(c);
        }
        Instant fine = lastFine(c);
        boolean waited = fine != null
                && Duration.between(fine, c.fix().deviceTime())
                                .compareTo(c.profile().lowAfter())
                        > 0;
        return waited
                ? Step.on(c.low())
                : refused(Rule.LOW_ACCURACY, Map.of("accuracy_m", c.fix().accuracyM()));
    }

    /** A good fix of a vehicle that stands is not in the track, but it was there. */
    private static @Nullable Instant lastFine(Case c) {
        Instant stored = c.known().fineAt() == null
                ? c.known().drivingSince()
                : c.known().fineAt();
        Latest latest = c.known().latestOf(c.fix().carrierId());
        if (latest == null
                || latest.quality() != Quality.HIGH
                || !latest.deviceTime().isBefore(c.fix().deviceTime())) {
            return stored;
        }
        return stored == null || latest.deviceTime().isAfter(stored) ? latest.deviceTime() : stored;
    }

    /** Not refused: it belongs to the track, but the marker never goes back. */
    private static Step.Result order(Case c) {
        Latest latest = c.known().latest();
        boolean late = latest != null && !c.fix().deviceTime().isAfter(latest.deviceTime());
        return Step.on(late ? c.late() : c);
    }

    private static Step.Result jitter(Case c) {
        Latest latest = c.known().latestOf(c.fix().carrierId());
        if (latest == null || !isNewest(c) || c.quality() == Quality.LOW) {
            return Step.on(c);
        }
        double moved = latest.place().metresTo(c.fix().place());
        Duration since = Duration.between(latest.storedTime(), c.fix().deviceTime());
        Double told = c.fix().speedMps();
        double speed = told == null ? moved / Math.max(1, since.toSeconds()) : told;
        boolean stands = moved < c.profile().jitterM()
                && speed < c.profile().jitterSpeedMps()
                && since.compareTo(c.profile().jitterFor()) < 0;
        return stands ? Step.done(new Verdict.Heartbeat(c.fix())) : Step.on(c);
    }

    static Step.Result refused(Rule rule, Map<String, Object> values) {
        return Step.done(new Verdict.Refused(rule, values, null));
    }

    private static String text(double degrees) {
        return Double.toString(degrees);
    }
}
