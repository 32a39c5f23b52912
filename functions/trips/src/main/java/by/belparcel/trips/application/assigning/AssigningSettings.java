package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.Settings;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.trips.model.assigning.Policy;
import by.belparcel.trips.model.assigning.Radius;
import by.belparcel.trips.model.assigning.RankingConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of assigning; the defaults are those of domain delivery.md sections 5 and 8.
 *
 * @param retries searches after the first one before the trip goes to the manual queue
 * @param automaticMax reassignments without a person within {@code automaticWindow}
 * @param reassignAfter after the planned departure a trip that has not left is taken away
 * @param silence without a position, and {@code silenceLate} behind time: look for another carrier
 * @param waitingAtOnce waiting trips that are tried when a carrier becomes free
 * @param expressSkill skill that a trip with express batches needs, absent = none
 */
public record AssigningSettings(
        RankingConfig ranking,
        Radius radius,
        Duration confirmWithin,
        Duration confirmSoon,
        Duration soonBefore,
        Duration retryAfter,
        int retries,
        int automaticMax,
        Duration automaticWindow,
        Duration reassignAfter,
        Duration silence,
        Duration silenceLate,
        int waitingAtOnce,
        @Nullable String expressSkill,
        Settings settings) {

    private static final String PREFIX = "belparcel.trips.";

    public static AssigningSettings from(Settings s) {
        return new AssigningSettings(
                RankingSettings.from(s),
                new Radius(
                        s.number(PREFIX + "radius-initial-m", 5_000),
                        s.number(PREFIX + "radius-breakdown-m", 30_000),
                        s.number(PREFIX + "radius-cap-m", 60_000),
                        (int) s.number(PREFIX + "radius-growth-percent", 150)),
                s.duration(PREFIX + "confirm-within", Duration.ofHours(2)),
                s.duration(PREFIX + "confirm-soon", Duration.ofMinutes(15)),
                s.duration(PREFIX + "confirm-soon-before", Duration.ofHours(2)),
                s.duration(PREFIX + "assignment-retry-after", Duration.ofMinutes(5)),
                (int) s.number(PREFIX + "assignment-retries", 10),
                (int) s.number(PREFIX + "automatic-reassignments-max", 3),
                s.duration(PREFIX + "automatic-reassignments-window", Duration.ofHours(2)),
                s.duration(PREFIX + "late-departure-reassign-after", Duration.ofMinutes(45)),
                s.duration(PREFIX + "gps-silence-after", Duration.ofMinutes(30)),
                s.duration(PREFIX + "gps-silence-late", Duration.ofMinutes(30)),
                (int) s.number(PREFIX + "waiting-at-once", 5),
                s.find(PREFIX + "express-skill").orElse(null),
                s);
    }

    /** Whether a trigger acts by itself: {@code belparcel.trips.policy-gps-silence=off|suggest|auto}. */
    public Policy policy(AssignmentTrigger trigger) {
        String key =
                PREFIX + "policy-" + trigger.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String fallback = trigger == AssignmentTrigger.GPS_SILENCE ? "suggest" : "auto";
        return Policy.valueOf(settings.text(key, fallback).toUpperCase(Locale.ROOT));
    }

    /** How long a carrier has to answer. */
    Duration confirmTime(Instant plannedDeparture, Instant now) {
        return plannedDeparture.isBefore(now.plus(soonBefore)) ? confirmSoon : confirmWithin;
    }

    Set<String> skills(boolean express) {
        return express && expressSkill != null ? Set.of(expressSkill) : Set.of();
    }
}
