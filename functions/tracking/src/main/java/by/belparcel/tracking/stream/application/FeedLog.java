package by.belparcel.tracking.stream.application;

import by.belparcel.tracking.stream.model.Audience;
import by.belparcel.tracking.stream.model.DbSnapshot;
import by.belparcel.tracking.stream.model.FeedRow;
import by.belparcel.tracking.stream.model.Interest;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads the feed and the present state, each in one statement and so of one moment. */
public interface FeedLog {

    /** The present moment. */
    Mono<Moment> now();

    /** What became visible after a moment, ordered by trip and then as it happened. */
    Mono<Window> since(Moment from);

    /** As {@link #since}, with the trips that somebody may see now, unless these are all and wherever they are. */
    Mono<Window> resume(Moment from, Audience audience, Interest interest);

    /** All positions that somebody may see and wants. */
    Mono<Picture> picture(Audience audience, Interest interest);

    /** Those of the trips that exist and that somebody may see. */
    Mono<Set<String>> visible(Audience audience, Collection<String> trips);

    /** @param epoch seconds by the database's clock */
    record Moment(DbSnapshot snapshot, long epoch) {}

    /**
     * @param lost whether rows of this window may have left the feed: what there is must be read anew
     * @param own trips that the asker may see; empty for whoever sees all of them everywhere
     */
    record Window(Moment end, boolean lost, List<FeedRow> rows, Set<String> own) {

        public Window {
            rows = List.copyOf(rows);
            own = Set.copyOf(own);
        }
    }

    record Picture(Moment at, List<Item> items) {

        public Picture {
            items = List.copyOf(items);
        }
    }

    /** @param json the whole item */
    record Item(String tripId, String json, long sequence, long deviceTime, FeedRow.@Nullable Point point) {}
}
