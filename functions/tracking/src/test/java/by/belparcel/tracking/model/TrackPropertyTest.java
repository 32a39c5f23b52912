package by.belparcel.tracking.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** However the positions of a drive are mixed and repeated, the marker never goes back and the track becomes the same. */
class TrackPropertyTest {

    private static final int DRIVES = 300;

    /** The twin of the tables: what the filter is told is derived from what was stored. */
    private static final class Twin {

        private final TreeMap<Instant, Fix> track = new TreeMap<>();
        private @Nullable Latest latest;
        private Memory memory = new Memory(List.of(), List.of());
        private final List<Instant> markers = new ArrayList<>();

        void reports(Fix fix) {
            Verdict verdict = FixFilter.judge(fix, situation(fix), Profile.DEFAULT);
            memory = memory.after(fix, verdict, Profile.DEFAULT);
            if (verdict instanceof Verdict.Accepted accepted) {
                accepted.readmitted().forEach(f -> track.put(f.deviceTime(), f));
                track.put(accepted.fix().deviceTime(), accepted.fix());
                if (accepted.newest()) {
                    moves(accepted.fix());
                }
            }
        }

        private void moves(Fix fix) {
            markers.add(fix.deviceTime());
            latest = new Latest(
                    fix.carrierId(),
                    fix.lat(),
                    fix.lng(),
                    fix.accuracyM(),
                    null,
                    null,
                    null,
                    fix.deviceTime(),
                    fix.deviceTime(),
                    fix.seq(),
                    Quality.HIGH,
                    false,
                    0,
                    null,
                    markers.size(),
                    Watch.NEW);
        }

        private Situation situation(Fix fix) {
            Fix before = track.isEmpty() || track.floorEntry(fix.deviceTime()) == null
                    ? null
                    : track.floorEntry(fix.deviceTime()).getValue();
            Fix after = track.ceilingEntry(fix.deviceTime()) == null
                    ? null
                    : track.ceilingEntry(fix.deviceTime()).getValue();
            return new Situation(
                    true,
                    1,
                    track.values().stream().anyMatch(f -> f.seq() == fix.seq()),
                    Known.T.minusSeconds(20_000),
                    true,
                    latest,
                    before == null ? null : before.deviceTime(),
                    after == null ? null : after.deviceTime(),
                    spot(before),
                    spot(after),
                    before == null ? null : before.deviceTime(),
                    memory.skew(),
                    memory.candidates());
        }

        private static @Nullable Spot spot(@Nullable Fix fix) {
            return fix == null ? null : new Spot(fix.lat(), fix.lng(), fix.accuracyM(), fix.deviceTime());
        }
    }

    private static List<Fix> drive(Random random) {
        List<Fix> drive = new ArrayList<>();
        double north = 0;
        double age = 10_000;
        for (int seq = 0; seq < 40; seq++) {
            drive.add(Known.fix(seq, north, age));
            double seconds = 5 + random.nextInt(120);
            north += seconds * (3 + random.nextInt(40));
            age -= seconds;
        }
        return drive;
    }

    @Test // I10, R-84, D12, D25
    void keepsMarkerAndTrackWhateverTheOrderOfThePositions() {
        for (int seed = 0; seed < DRIVES; seed++) {
            Random random = new Random(seed);
            List<Fix> drive = drive(random);
            List<Fix> sent = new ArrayList<>(drive);
            for (int i = 0; i < 20; i++) {
                sent.add(drive.get(random.nextInt(drive.size())));
            }
            Collections.shuffle(sent, random);
            Twin twin = new Twin();

            sent.forEach(twin::reports);

            assertThat(twin.markers).as("seed %s", seed).isSortedAccordingTo(Comparator.naturalOrder());
            assertThat(twin.markers.getLast())
                    .as("seed %s", seed)
                    .isEqualTo(drive.getLast().deviceTime());
            assertThat(twin.track.values())
                    .as("seed %s", seed)
                    .extracting(Fix::seq)
                    .containsExactlyElementsOf(drive.stream().map(Fix::seq).toList());
        }
    }

    @Test // D26: noise is thrown out, whatever it is mixed with, and the marker ends at the newest good position
    void endsAtTheNewestGoodPositionInSpiteOfNoise() {
        for (int seed = 0; seed < DRIVES; seed++) {
            Random random = new Random(seed);
            List<Fix> drive = drive(random);
            Twin twin = new Twin();
            for (Fix fix : drive) {
                twin.reports(fix);
                if (random.nextInt(4) == 0 && fix.seq() > 0) {
                    twin.reports(new Fix(
                            "c",
                            1000 + fix.seq(),
                            fix.lat() + 1 + random.nextDouble(),
                            fix.lng(),
                            10,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            false,
                            fix.deviceTime().plusMillis(5_001),
                            fix.receivedTime()));
                }
            }
            assertThat(twin.markers.getLast())
                    .as("seed %s", seed)
                    .isEqualTo(drive.getLast().deviceTime());
            assertThat(twin.track.values()).as("seed %s", seed).noneMatch(f -> f.seq() >= 1000);
        }
    }
}
