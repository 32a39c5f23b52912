package by.belparcel.pickuppoints.application.reading;

import by.belparcel.eventing.cache.Cache;
import by.belparcel.eventing.cache.CacheKind;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuppoints.model.Parcel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Clients' lists through the cache. Remembered are the parcels as they are written down; in which state a deadline has put
 * them is decided at the moment of the answer. Long lists of the newest N are not remembered, for they fill the memory.
 */
public final class ClientLists {

    /** Setting {@code belparcel.pickup-points.cache-orders}. */
    public static final Duration LIFE = Duration.ofSeconds(60);

    private static final int SCHEMA = 1;

    private final ParcelLists lists;
    private final Cache cache;
    private final CacheKind<Listed> pages;
    private final CacheKind<Portion> portions;

    /** A part of a scroll as it is remembered. */
    public record Portion(List<Parcel> parcels) {

        public Portion {
            parcels = List.copyOf(parcels);
        }
    }

    public ClientLists(ParcelLists lists, Cache cache, Duration life) {
        this.lists = lists;
        this.cache = cache;
        this.pages = new CacheKind<>("client-orders", SCHEMA, Listed.class, life);
        this.portions = new CacheKind<>("client-scroll", SCHEMA, Portion.class, life);
    }

    Mono<Listed> page(Transaction tx, ClientFilter filter, Paging paging) {
        if (paging.limit() > ListParameters.MOST) {
            return lists.ofClient(tx, filter, paging);
        }
        String id = filter.key() + '|' + paging.page() + '|' + paging.limit();
        return cache.get(pages, id, tags(filter), () -> lists.ofClient(tx, filter, paging))
                .zipWith(lists.now(tx), (listed, now) -> new Listed(listed.parcels(), listed.total(), now));
    }

    /** One row more than the limit when there are more; empty when the parcel is none of the client's. */
    Mono<Portion> after(Transaction tx, ClientFilter filter, String lastId, int limit) {
        String id = filter.key() + '|' + lastId + '|' + limit;
        return cache.get(
                portions,
                id,
                tags(filter),
                () -> lists.after(tx, filter, lastId, limit).map(Portion::new));
    }

    Mono<Instant> now(Transaction tx) {
        return lists.now(tx);
    }

    private static Set<String> tags(ClientFilter filter) {
        return Set.of(CacheTags.client(filter.clientId()));
    }
}
