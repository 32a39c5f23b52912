package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuppoints.application.reading.Paging;
import by.belparcel.pickuppoints.model.PickupPoint;
import by.belparcel.pickuppoints.model.PointStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The points' store. */
public interface Points {

    Mono<PickupPoint> find(Transaction tx, String id);

    /** The same, its row locked until the end of the transaction. */
    Mono<PickupPoint> lock(Transaction tx, String id);

    /** @return false when the code is taken */
    Mono<Boolean> insert(Transaction tx, PickupPoint point, Instant now);

    Mono<Void> save(Transaction tx, PickupPoint point, Instant now);

    /** Whether it is a hub that works; it stays one until the end of the transaction. */
    Mono<Boolean> isHub(Transaction tx, String id);

    /** Points that the hub sorts for, and batches on their way through it. */
    Mono<Long> hubUse(Transaction tx, String hubId);

    Mono<PointList> list(Transaction tx, Filter filter, Paging paging);

    /** Present stock of these points. */
    Mono<Map<String, Integer>> stocks(Transaction tx, Collection<String> ids);

    /** Which points. @param pattern LIKE pattern in lower case, escaped by {@code !} */
    record Filter(@Nullable String pattern, @Nullable PointStatus status) {}

    /** Some points of a list, sorted by code. @param total of all rows of the list */
    record PointList(List<PickupPoint> points, long total) {

        public PointList {
            points = List.copyOf(points);
        }
    }
}
