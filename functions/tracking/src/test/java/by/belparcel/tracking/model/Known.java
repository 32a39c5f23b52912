package by.belparcel.tracking.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Situations and fixes of the filter's tests: a carrier near Minsk, received at T. */
final class Known {

    static final Instant T = Instant.parse("2026-11-20T10:00:00Z");
    static final double LAT = 53.9;
    static final double LNG = 27.56;
    /** Degrees of latitude per metre. */
    static final double METRE = 1 / 111_195.0;

    private boolean active = true;
    private int scale = 1;
    private boolean duplicate;
    private @Nullable Instant driving = T.minusSeconds(3600);
    private boolean current = true;
    private @Nullable Latest latest;
    private @Nullable Instant before;
    private @Nullable Instant after;
    private @Nullable Spot goodBefore;
    private @Nullable Spot goodAfter;
    private @Nullable Instant fine;
    private List<Long> skew = List.of();
    private List<Fix> candidates = List.of();

    /** A fix some metres to the north of the start. @param age seconds before it is received */
    static Fix fix(long seq, double north, double age) {
        return fix(seq, LAT + north * METRE, LNG, 10, age);
    }

    static Fix fix(long seq, double lat, double lng, double accuracy, double age) {
        Instant at = T.minusMillis(Math.round(age * 1000));
        return new Fix("c", seq, lat, lng, accuracy, null, null, null, null, null, null, false, at, T);
    }

    static Known nothing() {
        return new Known();
    }

    /** The last position is there, and good. */
    static Known last(double north, double age) {
        Known known = new Known();
        Instant at = T.minusMillis(Math.round(age * 1000));
        known.latest = new Latest(
                "c",
                LAT + north * METRE,
                LNG,
                10,
                null,
                null,
                null,
                at,
                at,
                1,
                Quality.HIGH,
                false,
                0,
                null,
                1,
                Watch.NEW);
        known.before = at;
        known.fine = at;
        return known;
    }

    Known inactive() {
        active = false;
        return this;
    }

    Known scale(int times) {
        scale = times;
        return this;
    }

    Known duplicate() {
        duplicate = true;
        return this;
    }

    Known idle() {
        driving = null;
        current = false;
        return this;
    }

    Known over() {
        current = false;
        return this;
    }

    Known drivingSince(double age) {
        driving = T.minusMillis(Math.round(age * 1000));
        return this;
    }

    Known neighbours(@Nullable Spot earlier, @Nullable Spot later) {
        goodBefore = earlier;
        goodAfter = later;
        before = earlier == null ? null : earlier.deviceTime();
        after = later == null ? null : later.deviceTime();
        return this;
    }

    /** When the last good fix of the track was. */
    Known fine(double age) {
        fine = T.minusMillis(Math.round(age * 1000));
        return this;
    }

    Known skew(Long... samples) {
        skew = List.of(samples);
        return this;
    }

    Known candidates(Fix... jumps) {
        candidates = List.of(jumps);
        return this;
    }

    static Spot spot(double north, double age) {
        return new Spot(LAT + north * METRE, LNG, 10, T.minusMillis(Math.round(age * 1000)));
    }

    Situation situation() {
        return new Situation(
                active,
                scale,
                duplicate,
                driving,
                current,
                latest,
                before,
                after,
                goodBefore,
                goodAfter,
                fine,
                skew,
                candidates);
    }

    Verdict judge(Fix fix) {
        return FixFilter.judge(fix, situation(), Profile.DEFAULT);
    }
}
