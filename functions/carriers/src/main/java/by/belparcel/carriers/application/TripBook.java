package by.belparcel.carriers.application;

import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Who has which trip, as far as events told: the projection of the context trips. */
public interface TripBook {

    /** What a carrier has to do with a trip; later ones win among facts of one sequence. */
    enum Hold {
        ASSIGNED,
        DRIVING,
        ENDED
    }

    /** A carrier of a trip. @param sequence of the fact that says so */
    record Holder(String carrierId, Hold hold, long sequence) {}

    /** Trips that are assigned to him or on the road, oldest first. */
    Mono<List<String>> liveOf(Transaction tx, String carrierId);

    /** Carriers of a trip who had not ended with it at this sequence, by id: the order in which they are locked. */
    Mono<List<Holder>> holders(Transaction tx, String tripId, long sequence);

    /** Whether he is on the road with another trip than this one. */
    Mono<Boolean> drivesBeside(Transaction tx, String carrierId, String tripId);

    /** False when something newer is known of this carrier and trip. */
    Mono<Boolean> put(Transaction tx, String tripId, String carrierId, Hold hold, long sequence, Instant at);

    /** The trip that he is on the road with, the oldest of several, empty when there is none. */
    Mono<String> drivenBy(Transaction tx, String carrierId);

    /** Whether the trip is known as that of others only; false for one that is not known yet. */
    Mono<Boolean> isOfOthers(Transaction tx, String tripId, String carrierId);

    /** Freshness of the positions of the one who drives the trip. False when nobody does or something newer is known. */
    Mono<Boolean> signal(Transaction tx, String tripId, @Nullable String signal, Instant at);
}
