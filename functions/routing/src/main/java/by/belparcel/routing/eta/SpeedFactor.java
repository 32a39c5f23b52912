package by.belparcel.routing.eta;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** How fast the vehicle is, compared with its plan. */
public final class SpeedFactor {

    /** With less than this nothing can be said. */
    private static final Duration SHORTEST = Duration.ofMinutes(2);

    private SpeedFactor() {}

    /** Actual by planned speed, within the bounds. */
    public static double of(double actual, double planned, EtaSettings settings) {
        return planned > 0 && actual >= 0
                ? Math.clamp(actual / planned, settings.minFactor(), settings.maxFactor())
                : 1;
    }

    /**
     * From the fixes of the last minutes: planned seconds for the way they cover, by the seconds it took.
     *
     * @param standing what of that time was spent at stops
     */
    public static double of(EtaPlan plan, List<Fix> fixes, Duration standing, Instant now, EtaSettings settings) {
        Instant since = now.minus(settings.sample());
        List<Fix> sample = fixes.stream()
                .filter(fix -> !fix.at().isBefore(since) && !fix.at().isAfter(now))
                .sorted(Comparator.comparing(Fix::at))
                .toList();
        if (sample.size() < 2) {
            return 1;
        }
        Fix first = sample.getFirst();
        Fix last = sample.getLast();
        Duration took = Duration.between(first.at(), last.at()).minus(standing);
        if (took.compareTo(SHORTEST) < 0) {
            return 1;
        }
        double from = plan.line().nearest(first.point()).alongMetres();
        double to = plan.line().nearestFrom(last.point(), from).alongMetres();
        double planned = plan.plannedSeconds(from, to);
        return of(planned, took.toMillis() / 1000.0, settings);
    }
}
