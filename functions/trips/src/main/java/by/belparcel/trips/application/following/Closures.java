package by.belparcel.trips.application.following;

import by.belparcel.trips.application.Batches;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.application.Trips;
import by.belparcel.trips.application.planning.Replanning;
import by.belparcel.trips.model.Place;
import by.belparcel.trips.model.TripRecord;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A closed destination is for people: trips that go there need a hand. When it opens, they go on and waiting batches are placed. */
public final class Closures {

    private static final String REASON = "DEST_CLOSED";

    private final Trips trips;
    private final Batches batches;

    public Closures(Trips trips, Batches batches) {
        this.trips = trips;
        this.batches = batches;
    }

    Mono<Void> follow(TripWork work, Place place) {
        if (place.kind() != Place.Kind.PVZ) {
            return Mono.empty();
        }
        Mono<Void> marked = trips.callingAt(work.tx(), place.id())
                .flatMapMany(Flux::fromIterable)
                .concatMap(id -> trips.lock(work.tx(), id))
                .concatMap(trip -> mark(work, trip, place))
                .then();
        return place.open() ? marked.then(Mono.defer(() -> replan(work, place.id()))) : marked;
    }

    private Mono<TripRecord> mark(TripWork work, TripRecord trip, Place place) {
        boolean calls = !trip.ended()
                && trip.openStops().stream().anyMatch(stop -> stop.placeId().equals(place.id()));
        boolean marked = trip.needsManual() && REASON.equals(trip.attention().reason());
        if (!calls || place.open() != marked) {
            return Mono.empty();
        }
        TripRecord after = trip.edit()
                .attention(trip.attention().manual(!place.open(), REASON))
                .version(trip.version() + 1)
                .done();
        return trips.save(work, after, place.open() ? "DEST_OPEN " + place.code() : REASON + " " + place.code());
    }

    private Mono<Void> replan(TripWork work, String placeId) {
        return batches.waitingFor(work.tx(), placeId)
                .flatMapMany(Flux::fromIterable)
                .concatMap(id -> Replanning.again(work, id, work.causeId(), Duration.ZERO))
                .then();
    }
}
