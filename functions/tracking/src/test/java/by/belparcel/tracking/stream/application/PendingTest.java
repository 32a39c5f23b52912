package by.belparcel.tracking.stream.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.tracking.stream.model.FeedKind;
import by.belparcel.tracking.stream.model.FeedRow;
import by.belparcel.tracking.stream.model.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final Limits LIMITS = new Limits(
            Duration.ofSeconds(1),
            200,
            1 << 20,
            Duration.ofMillis(250),
            Duration.ofMinutes(15),
            Duration.ofSeconds(25),
            25);

    private final Pending pending = new Pending(LIMITS);

    @Test // delivery.md section 6: at most one position a second for a trip
    void holdsAPositionForASecondAndKeepsTheNewest() {
        pending.add(position("a", 1), 1, 0);
        assertThat(drain(0)).containsExactly("a1");
        pending.add(position("a", 2), 2, SECOND / 4);
        pending.add(position("a", 3), 3, SECOND / 2);

        assertThat(pending.hasReady(SECOND - 1)).isFalse();
        assertThat(pending.due(SECOND / 2)).isEqualTo(SECOND / 2);
        assertThat(drain(SECOND)).containsExactly("a3");
        assertThat(pending.isEmpty()).isTrue();
        assertThat(pending.weight()).isZero();
    }

    @Test // each trip by its own second, not by who was held first
    void releasesFirstWhatFallsDueFirst() {
        pending.add(position("b", 1), 1, SECOND / 5);
        assertThat(drain(SECOND / 5)).containsExactly("b1");
        pending.add(position("a", 1), 1, SECOND * 9 / 10);
        assertThat(drain(SECOND * 9 / 10)).containsExactly("a1");
        pending.add(position("a", 2), 2, SECOND);
        pending.add(position("b", 2), 2, SECOND * 11 / 10);

        assertThat(pending.due(SECOND * 11 / 10)).isEqualTo(SECOND / 10);
        assertThat(drain(SECOND * 12 / 10)).containsExactly("b2");
        assertThat(drain(SECOND * 19 / 10)).containsExactly("a2");
    }

    @Test
    void holdsBackNoOtherTripAndNoOtherKind() {
        pending.add(position("a", 1), 1, 0);
        assertThat(drain(0)).containsExactly("a1");
        pending.add(position("a", 2), 2, 1);
        pending.add(position("b", 1), 2, 1);
        pending.add(other(FeedKind.ALERT, "a", 1), 2, 1);
        pending.add(other(FeedKind.ALERT, "a", 2), 2, 1);

        assertThat(drain(1)).containsExactly("b1", "a1", "a2");
    }

    @Test
    void tellsOfARemovedTripOnlyThatItIsGone() {
        pending.add(position("a", 1), 1, 0);
        pending.add(other(FeedKind.STATUS, "a", 2), 1, 0);
        pending.add(other(FeedKind.REMOVED, "a", 3), 1, 0);

        assertThat(drain(0)).containsExactly("a3");
    }

    @Test
    void knowsTheOldestBatchThatWaits() {
        pending.add(position("a", 1), 1, 0);
        pending.add(position("b", 1), 1, 0);
        pending.add(position("a", 2), 2, 0);
        assertThat(pending.oldest()).isEqualTo(1);
        assertThat(pending.poll(0)).isNotNull();

        assertThat(pending.oldest()).isEqualTo(2);
    }

    private List<String> drain(long now) {
        List<String> all = new ArrayList<>();
        while (pending.hasReady(now)) {
            Pending.Entry entry = pending.poll(now);
            if (entry == null) {
                throw new AssertionError("ready, but nothing there");
            }
            all.add(entry.row().tripId() + entry.row().sequence());
        }
        return all;
    }

    private static FeedRow position(String trip, long sequence) {
        return other(FeedKind.POSITION, trip, sequence);
    }

    private static FeedRow other(FeedKind kind, String trip, long sequence) {
        return new FeedRow(1, kind, trip, "{", null, sequence, sequence, new FeedRow.Owner(null, List.of()), true);
    }
}
