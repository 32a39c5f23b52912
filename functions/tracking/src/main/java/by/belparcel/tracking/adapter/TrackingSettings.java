package by.belparcel.tracking.adapter;

import by.belparcel.eventing.handling.Settings;
import by.belparcel.tracking.application.Profiles;
import by.belparcel.tracking.application.ShareLinks;
import by.belparcel.tracking.application.TidyTracks;
import by.belparcel.tracking.application.TrackingTerms;
import by.belparcel.tracking.model.Profile;
import by.belparcel.tracking.model.Signal;
import by.belparcel.tracking.model.WatchTerms;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the settings of this context; every figure of the domain document is a default here. */
public final class TrackingSettings {

    private static final String PREFIX = "belparcel.tracking.";

    private TrackingSettings() {}

    public static TrackingTerms terms(Settings settings) {
        return new TrackingTerms(
                profiles(settings),
                watch(settings),
                signal(settings),
                settings.duration(PREFIX + "accepted-every", Duration.ofSeconds(60)),
                settings.duration(PREFIX + "rejected-every", Duration.ofSeconds(60)));
    }

    /** Types of vehicles with thresholds of their own stand in {@code profiles}; what such a type does not set is as usual. */
    static Profiles profiles(Settings settings) {
        Profile usual = profile(settings, PREFIX, Profile.DEFAULT);
        Map<String, Profile> kinds = new LinkedHashMap<>();
        for (String kind : settings.text(PREFIX + "profiles", "").split(",", -1)) {
            if (!kind.isBlank()) {
                kinds.put(kind.strip(), profile(settings, PREFIX + kind.strip() + '.', usual));
            }
        }
        return new Profiles(usual, kinds);
    }

    private static Profile profile(Settings s, String prefix, Profile usual) {
        return new Profile(
                s.duration(prefix + "future", usual.future()),
                s.duration(prefix + "skew-limit", usual.skewLimit()),
                s.duration(prefix + "skew-spread", usual.skewSpread()),
                s.duration(prefix + "max-age", usual.maxAge()),
                s.duration(prefix + "interval", usual.interval()),
                s.number(prefix + "accuracy-m", (long) usual.accuracyM()),
                s.duration(prefix + "low-after", usual.lowAfter()),
                usual.goodAccuracyM(),
                s.number(prefix + "speed-mps", (long) usual.speedMps()),
                s.number(prefix + "jump-m", (long) usual.jumpM()),
                s.duration(prefix + "anchor-span", usual.anchorSpan()),
                s.number(prefix + "jitter-m", (long) usual.jitterM()),
                s.number(prefix + "jitter-speed-mps", (long) usual.jitterSpeedMps()),
                s.duration(prefix + "jitter-for", usual.jitterFor()));
    }

    private static WatchTerms watch(Settings s) {
        WatchTerms usual = WatchTerms.DEFAULT;
        return new WatchTerms(
                s.number(PREFIX + "left-m", (long) usual.leftM()),
                s.number(PREFIX + "back-m", (long) usual.backM()),
                (int) s.number(PREFIX + "left-fixes", usual.leftFixes()),
                s.duration(PREFIX + "left-for", usual.leftFor()),
                s.number(PREFIX + "stand-m", (long) usual.standM()),
                s.duration(PREFIX + "stand-for", usual.standFor()),
                s.number(PREFIX + "fence-m", (long) usual.fenceM()),
                s.duration(PREFIX + "fence-for", usual.fenceFor()));
    }

    public static Signal signal(Settings s) {
        List<Duration> again = Arrays.stream(
                        s.text(PREFIX + "lost-again", "PT10M,PT30M").split(",", -1))
                .map(Duration::parse)
                .toList();
        return new Signal(
                s.duration(PREFIX + "stale-after", Signal.DEFAULT.stale()),
                s.duration(PREFIX + "lost-after", Signal.DEFAULT.lost()),
                again);
    }

    /** Least time between two uploads of a carrier. */
    public static Duration uploadEvery(Settings s) {
        return s.duration(PREFIX + "upload-every", Duration.ofSeconds(5));
    }

    public static Duration longestRange(Settings s) {
        return s.duration(PREFIX + "track-range", Duration.ofDays(31));
    }

    public static TidyTracks.Kept kept(Settings s) {
        return new TidyTracks.Kept(
                s.duration(PREFIX + "raw-kept", Duration.ofDays(90)),
                s.duration(PREFIX + "simple-kept", Duration.ofDays(365)),
                s.duration(PREFIX + "rejected-kept", Duration.ofDays(14)),
                s.number(PREFIX + "simple-m", 20));
    }

    public static ShareLinks.Blur blur(Settings s) {
        return new ShareLinks.Blur(
                s.duration(PREFIX + "shared-delay", Duration.ofSeconds(60)),
                s.duration(PREFIX + "shared-hidden", Duration.ofMinutes(15)));
    }

    public static String brokers(Settings s) {
        return s.find("kafka.brokers").orElseGet(() -> s.required("redpanda.brokers"));
    }
}
