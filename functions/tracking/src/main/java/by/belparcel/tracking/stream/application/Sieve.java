package by.belparcel.tracking.stream.application;

import by.belparcel.tracking.stream.application.FeedLog.Item;
import by.belparcel.tracking.stream.model.Audience;
import by.belparcel.tracking.stream.model.FeedKind;
import by.belparcel.tracking.stream.model.FeedRow;
import by.belparcel.tracking.stream.model.Interest;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which rows of the feed one client gets: what it may see, what it asked for, and never a position older than the last one. */
final class Sieve {

    private record Last(long sequence, long deviceTime) {}

    private final Audience audience;
    private final Map<String, Last> last = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private Interest interest = Interest.EVERYTHING;

    Sieve(Audience audience) {
        this.audience = audience;
    }

    Audience audience() {
        return audience;
    }

    Interest interest() {
        return interest;
    }

    void interest(Interest wanted) {
        interest = wanted;
    }

    /** The client has exactly these. */
    void restart(Collection<Item> items) {
        last.clear();
        known.clear();
        for (Item item : items) {
            last.put(item.tripId(), new Last(item.sequence(), item.deviceTime()));
            known.add(item.tripId());
        }
    }

    /** The client may have these. */
    void knows(Collection<String> trips) {
        known.addAll(trips);
    }

    /** What the client is told of this row: the row, a removal, or null for nothing. */
    @Nullable
    FeedRow pass(FeedRow row) {
        String trip = row.tripId();
        if (!audience.sees(row.owner())) {
            last.remove(trip);
            return known.remove(trip) ? Frames.removal(trip) : null;
        }
        if (!interest.wants(trip)) {
            return null;
        }
        if (row.kind() == FeedKind.REMOVED) {
            last.remove(trip);
            boolean shown = known.remove(trip);
            return shown || interest.bbox() == null ? row : null;
        }
        if (row.kind() == FeedKind.POSITION) {
            return position(row);
        }
        if (interest.bbox() != null && !known.contains(trip)) {
            return null;
        }
        known.add(trip);
        return row;
    }

    private @Nullable FeedRow position(FeedRow row) {
        String trip = row.tripId();
        Last before = last.get(trip);
        boolean older =
                before != null && (row.sequence() <= before.sequence() || row.deviceTime() < before.deviceTime());
        if (!row.inTransit() || older) {
            return null;
        }
        last.put(trip, new Last(row.sequence(), row.deviceTime()));
        FeedRow.Point point = row.point();
        if (interest.bbox() != null && (point == null || !interest.bbox().contains(point))) {
            return known.remove(trip) ? Frames.removal(trip) : null;
        }
        known.add(trip);
        return row;
    }
}
