package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.cache.Cache;
import by.belparcel.eventing.cache.CacheKind;
import by.belparcel.eventing.handling.Settings;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuppoints.application.points.Points.PointList;
import by.belparcel.pickuppoints.application.reading.CacheTags;
import by.belparcel.pickuppoints.application.reading.Paging;
import by.belparcel.pickuppoints.model.PickupPoint;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Points through the cache, for readers only. A single point is remembered with its stock, which every parcel changes; a list
 * without, because it would not live long enough.
 */
public final class KnownPoints {

    private static final int SCHEMA = 1;

    private final Points points;
    private final Cache cache;
    private final CacheKind<PickupPoint> one;
    private final CacheKind<PointList> many;

    public KnownPoints(Points points, Cache cache, Settings settings) {
        this.points = points;
        this.cache = cache;
        this.one = new CacheKind<>(
                "pvz-point",
                SCHEMA,
                PickupPoint.class,
                settings.duration("belparcel.pickup-points.cache-point", Duration.ofSeconds(60)));
        this.many = new CacheKind<>(
                "pvz-points",
                SCHEMA,
                PointList.class,
                settings.duration("belparcel.pickup-points.cache-points", Duration.ofSeconds(600)));
    }

    Mono<PickupPoint> find(Transaction tx, String id) {
        return cache.get(one, id, Set.of(CacheTags.point(id)), () -> points.find(tx, id));
    }

    Mono<PointList> list(Transaction tx, Points.Filter filter, Paging paging) {
        String id = filter.pattern() + "|" + filter.status() + '|' + paging.page() + '|' + paging.limit();
        return cache.get(many, id, Set.of(CacheTags.POINTS), () -> points.list(tx, filter, paging))
                .flatMap(list -> counted(tx, list));
    }

    private Mono<PointList> counted(Transaction tx, PointList list) {
        if (list.points().isEmpty()) {
            return Mono.just(list);
        }
        return points.stocks(tx, list.points().stream().map(PickupPoint::id).toList())
                .map(stocks -> new PointList(
                        list.points().stream()
                                .map(point -> counted(point, stocks))
                                .toList(),
                        list.total()));
    }

    private static PickupPoint counted(PickupPoint point, Map<String, Integer> stocks) {
        return point.holding(stocks.getOrDefault(point.id(), point.stock()));
    }
}
