package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.Handled;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.trips.application.TripWork;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A carrier may have become free: what is known of it changes, and waiting trips nearby are tried at once (D2). The trips are
 * locked before the carrier's row, as everywhere.
 */
final class CarrierFreed {

    private final CarrierBook book;
    private final Waiting waiting;

    CarrierFreed(CarrierBook book, Waiting waiting) {
        this.book = book;
        this.waiting = waiting;
    }

    /** @param place where it is, absent when the event does not say; @param change what becomes known, false = nothing newer */
    Mono<Handled> on(TripWork work, String carrierId, @Nullable GeoPoint place, Mono<Boolean> change) {
        Mono<GeoPoint> here = place == null ? book.position(work.tx(), carrierId) : Mono.just(place);
        return here.flatMapMany(point -> waiting.near(work, point))
                .collectList()
                .flatMap(trips ->
                        change.flatMap(newer -> newer ? offer(work, trips) : Handled.ignored(Handled.Reason.STALE)));
    }

    private Mono<Handled> offer(TripWork work, List<TripLocks.Held> trips) {
        return Flux.fromIterable(trips)
                .concatMap(held -> waiting.tryNow(work, held), 1)
                .then(Handled.applied());
    }
}
