package by.belparcel.tracking.application;

import by.belparcel.eventing.store.Transaction;
import java.time.Duration;
import java.time.LocalDate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is kept of tracks and for how long (domain README 4.9). */
public interface TrackArchive {

    /** Days to come have a partition. */
    Mono<Void> prepare(Transaction tx, int days);

    /** Days of raw positions that are older than this, oldest first. */
    Flux<LocalDate> olderThan(Transaction tx, Duration age);

    /** False when somebody else tidies. */
    Mono<Boolean> alone(Transaction tx);

    /** Replaces the raw positions of a day by simplified tracks. @param toleranceM of Douglas-Peucker */
    Mono<Void> simplify(Transaction tx, LocalDate day, double toleranceM);

    /** Deletes some refused fixes older than this. @return how many */
    Mono<Long> forgetRejected(Transaction tx, Duration age);

    /** Deletes simplified tracks, and trips that ended, older than this. */
    Mono<Void> forgetTracks(Transaction tx, Duration age);
}
