package by.belparcel.tracking.stream.application;

import by.belparcel.eventing.handling.Cursors;
import by.belparcel.tracking.stream.application.FeedLog.Moment;
import by.belparcel.tracking.stream.model.DbSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a client may resume: the moment of the newest batch that it has got completely. The cursor is that moment, signed for
 * this caller.
 */
final class Bookmarks {

    private static final String FILTER = "live v1";
    private static final int PARTS = 2;

    private final Cursors cursors;
    private final TreeMap<Long, Moment> moments = new TreeMap<>();
    private long issued = -1;
    private @Nullable String last;

    Bookmarks(Cursors cursors) {
        this.cursors = cursors;
    }

    /** Empty for what is no cursor of this caller. */
    Optional<Moment> read(String cursor) {
        return cursors.read(FILTER, cursor)
                .filter(parts -> parts.size() == PARTS)
                .flatMap(parts -> DbSnapshot.parse(parts.getFirst())
                        .flatMap(snapshot -> seconds(parts.getLast()).map(epoch -> new Moment(snapshot, epoch))));
    }

    String write(Moment moment) {
        return cursors.issue(FILTER, List.of(moment.snapshot().text(), Long.toString(moment.epoch())));
    }

    /** A cursor that leads to a snapshot: for a client that has nothing yet. */
    String nothing(Moment moment) {
        return write(new Moment(moment.snapshot(), 0));
    }

    /** The batch ends at this moment. */
    void reached(long batch, Moment moment) {
        moments.put(batch, moment);
    }

    /** The client is told everything up to this moment at once. */
    String restart(long batch, Moment moment) {
        moments.clear();
        moments.put(batch, moment);
        issued = batch;
        String cursor = write(moment);
        last = cursor;
        return cursor;
    }

    /** A newer cursor than the last one, null when there is none. @param oldest batch of which something still waits */
    @Nullable
    String advance(@Nullable Long oldest) {
        Map.Entry<Long, Moment> safe = oldest == null ? moments.lastEntry() : moments.lowerEntry(oldest);
        if (safe == null || safe.getKey() <= issued) {
            return null;
        }
        issued = safe.getKey();
        moments.headMap(issued).clear();
        String cursor = write(safe.getValue());
        last = cursor;
        return cursor;
    }

    /** The cursor that the client has. */
    @Nullable
    String last() {
        return last;
    }

    private static Optional<Long> seconds(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
