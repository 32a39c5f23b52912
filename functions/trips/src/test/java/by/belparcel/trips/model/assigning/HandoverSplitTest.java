package by.belparcel.trips.model.assigning;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.BatchState;
import by.belparcel.kernel.DestinationType;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.PlanQuality;
import by.belparcel.kernel.ServiceClass;
import by.belparcel.kernel.StopState;
import by.belparcel.kernel.StopType;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.model.Attention;
import by.belparcel.trips.model.Plan;
import by.belparcel.trips.model.Progress;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class HandoverSplitTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final GeoPoint PLACE = new GeoPoint(54, 28);

    @Test
    void movesAWholeBatchAndSplitsAnotherOne() {
        TripRecord trip = trip(batch("a", 2), batch("b", 3));

        HandoverSplit split = split(trip, Set.of("a0", "a1", "b1"));

        assertThat(split.child().batches()).extracting(TripBatch::id).containsExactly("a", "new-1");
        assertThat(split.child().batches().getLast().orderIds()).containsExactly("b1");
        assertThat(split.rest().batches())
                .extracting(batch -> batch.id() + " " + batch.state())
                .containsExactly("b SPLIT", "new-2 PICKED_UP");
        assertThat(split.rest().stops())
                .extracting(stop -> stop.placeId() + " " + stop.state() + " " + stop.batchIds())
                .containsExactly("w DONE [a, b]", "to-a SKIPPED []", "to-b PENDING [new-2]");
        assertThat(split.child().stops())
                .extracting(stop -> stop.seq() + " " + stop.placeId() + " " + stop.batchIds())
                .containsExactly("1 to-a [a]", "2 to-b [new-1]");
        assertThat(split.child().state()).isEqualTo(TripState.IN_TRANSIT);
        assertThat(split.child().parentTripId()).isEqualTo(trip.id());
        assertThat(split.rest().version()).isEqualTo(trip.version() + 1);
    }

    /** Whatever is moved: every order is in exactly one live batch, and nothing gets lighter or heavier. */
    @RepeatedTest(30)
    void keepsEveryOrderExactlyOnce(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        TripRecord trip = trip(IntStream.range(0, 4)
                .mapToObj(i -> batch("b" + i, 1 + random.nextInt(5)))
                .toArray(TripBatch[]::new));
        List<String> all = orders(trip);
        Set<String> moved =
                new HashSet<>(all.stream().filter(id -> random.nextBoolean()).toList());

        HandoverSplit split = split(trip, moved);

        assertThat(orders(split.child())).containsExactlyInAnyOrderElementsOf(moved);
        assertThat(Stream.concat(orders(split.child()).stream(), orders(split.rest()).stream()))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(split.child().load().weightG() + split.rest().load().weightG())
                .isEqualTo(trip.load().weightG());
    }

    private static HandoverSplit split(TripRecord trip, Set<String> moved) {
        AtomicInteger ids = new AtomicInteger();
        return HandoverSplit.of(
                trip,
                moved,
                new HandoverSplit.Identity("child", "T-2"),
                PLACE,
                NOW,
                () -> "new-" + ids.incrementAndGet());
    }

    private static List<String> orders(TripRecord trip) {
        return trip.batches().stream()
                .filter(TripBatch::onBoard)
                .flatMap(batch -> batch.orderIds().stream())
                .toList();
    }

    private static TripBatch batch(String id, int orders) {
        return new TripBatch(
                id,
                "B-" + id,
                "w",
                DestinationType.PVZ,
                "to-" + id,
                ServiceClass.NORMAL,
                BatchState.PICKED_UP,
                IntStream.range(0, orders).mapToObj(i -> id + i).toList(),
                orders * 1_001L,
                orders * 7L);
    }

    private static TripRecord trip(TripBatch... batches) {
        List<String> ids = Stream.of(batches).map(TripBatch::id).toList();
        List<Stop> stops = new ArrayList<>();
        stops.add(Stop.pending(1, StopType.PICKUP, "w", PLACE, NOW, ids).ended(StopState.DONE, null, NOW));
        for (TripBatch batch : batches) {
            stops.add(Stop.pending(stops.size() + 1, StopType.PVZ, batch.destId(), PLACE, NOW, List.of(batch.id())));
        }
        return new TripRecord(
                "trip",
                "T-1",
                TripState.IN_TRANSIT,
                7,
                "w",
                PLACE,
                stops,
                List.of(batches),
                new Plan(1, 1, 1, "haversine", PlanQuality.STRAIGHT, NOW),
                Progress.NONE,
                "c1",
                "a1",
                Attention.NONE,
                null,
                null,
                NOW,
                NOW);
    }
}
