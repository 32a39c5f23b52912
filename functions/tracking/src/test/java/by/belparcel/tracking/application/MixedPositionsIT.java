package by.belparcel.tracking.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.TestEvents;
import by.belparcel.events.TrackingEvent;
import by.belparcel.tracking.TrackingBed;
import by.belparcel.tracking.TrackingFunctions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** The property of the filter once more on the real tables: mixed, repeated, and several at the same time. */
class MixedPositionsIT {

    private static final int FIXES = 24;

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("tracking");

    private static FunctionHarness harness;

    @BeforeAll
    static void start() {
        harness = TrackingBed.harness(POSTGRES.database(), new TrackingFunctions());
    }

    private static List<TrackingEvent.LocationReported> mixed(TrackingBed bed, Random random) {
        List<TrackingEvent.LocationReported> sent = new ArrayList<>();
        for (int i = 0; i < FIXES; i++) {
            sent.add(bed.fix(i * 0.01, 1000 - 30 * i));
        }
        sent.addAll(sent.subList(3, 9));
        Collections.shuffle(sent, random);
        return sent;
    }

    private static List<String> ages() {
        List<String> ages = new ArrayList<>();
        for (int i = 0; i < FIXES; i++) {
            ages.add(Integer.toString(1000 - 30 * i));
        }
        return ages;
    }

    private static void markerAndTrackAreRight(TrackingBed bed) {
        assertThat(bed.track()).containsExactlyElementsOf(ages());
        assertThat(bed.latest()).containsExactly(ages().getLast());
        List<String> times = POSTGRES.database()
                .texts(
                        "select payload ->> 'device_time' from tracking.feed where trip_id = ? and kind = 'position'"
                                + " order by (payload ->> 'seq')::bigint",
                        bed.trip());
        assertThat(times).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
    }

    @RepeatedTest(5) // I10, R-84
    void keepsMarkerAndTrackInAnyOrder(RepetitionInfo repetition) {
        TrackingBed bed = TrackingBed.onTheRoad(harness);

        mixed(bed, new Random(repetition.getCurrentRepetition())).forEach(bed::reports);

        markerAndTrackAreRight(bed);
    }

    @RepeatedTest(3) // I10, R-84: several instances at once
    void keepsMarkerAndTrackWhenPositionsComeAtTheSameTime(RepetitionInfo repetition) {
        TrackingBed bed = TrackingBed.onTheRoad(harness);
        List<TrackingEvent.LocationReported> sent = mixed(bed, new Random(100 + repetition.getCurrentRepetition()));

        Flux.fromIterable(sent)
                .flatMap(
                        fix -> reactor.core.publisher.Mono.fromSupplier(
                                        () -> harness.deliver("judgeFixOnLocationReported", TestEvents.envelope(fix, 0))
                                                .status())
                                .subscribeOn(Schedulers.boundedElastic()),
                        6)
                .collectList()
                .block();

        markerAndTrackAreRight(bed);
    }
}
