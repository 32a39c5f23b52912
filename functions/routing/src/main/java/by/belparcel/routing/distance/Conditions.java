package by.belparcel.routing.distance;

import java.time.Duration;
import java.time.Instant;

/**
 * Under which conditions a distance is asked for.
 *
 * @param profile name of the means of travel as the provider knows it
 * @param departure decides the speed where it depends on the hour of the day
 * @param deadline whole time for the answer, retries included
 */
public record Conditions(String profile, Instant departure, Duration deadline) {

    public static final String DRIVING = "driving";
    public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(2);

    public Conditions {
        if (!profile.matches("[a-z][a-z0-9_-]{0,31}")) {
            throw new IllegalArgumentException("not a profile: " + profile);
        }
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("no time to answer: " + deadline);
        }
    }

    /** By car, with the documented deadline of 2 s. */
    public static Conditions driving(Instant departure) {
        return new Conditions(DRIVING, departure, DEFAULT_DEADLINE);
    }
}
