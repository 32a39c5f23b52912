package by.belparcel.tracking.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rule 5: a clock that is ahead is refused until five fixes say by how much, then corrected (D24). */
public final class ClockSkew {

    private static final int SAMPLES = 5;

    private ClockSkew() {}

    static Step.Result future(Case c) {
        Fix fix = c.fix();
        if (!isAhead(fix, c.profile())) {
            return Step.on(c);
        }
        List<Long> samples = after(c.known().skew(), fix, c.profile());
        long median = median(samples);
        Duration skew = Duration.ofMillis(median);
        boolean known = samples.size() == SAMPLES
                && skew.abs().compareTo(c.profile().skewLimit()) <= 0
                && samples.stream()
                        .allMatch(s ->
                                Math.abs(s - median) <= c.profile().skewSpread().toMillis());
        Instant corrected = fix.deviceTime().plus(skew);
        return known
                ? Step.on(c.with(fix.at(corrected)))
                : FixFilter.refused(Rule.FUTURE, Map.of("ahead_s", -lag(fix) / 1000));
    }

    /** The samples with this fix; none as soon as one clock is right, because then the last five cannot agree. */
    public static List<Long> after(List<Long> samples, Fix fix, Profile profile) {
        if (!isAhead(fix, profile)) {
            return List.of();
        }
        List<Long> all = new ArrayList<>(samples);
        all.add(lag(fix));
        return List.copyOf(all.subList(Math.max(0, all.size() - SAMPLES), all.size()));
    }

    private static boolean isAhead(Fix fix, Profile profile) {
        return fix.deviceTime().isAfter(fix.receivedTime().plus(profile.future()));
    }

    /** Milliseconds by which the device's clock is behind; negative = ahead. */
    private static long lag(Fix fix) {
        return Duration.between(fix.deviceTime(), fix.receivedTime()).toMillis();
    }

    private static long median(List<Long> samples) {
        List<Long> sorted = samples.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
