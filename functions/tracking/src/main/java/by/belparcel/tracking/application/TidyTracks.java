package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.TickHandler;
import by.belparcel.eventing.store.Database;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Every night: partitions for the days to come, old raw positions become simplified tracks, what is too old goes. */
public final class TidyTracks implements TickHandler {

    private static final int DAYS_AHEAD = 7;
    private static final int MOST_PORTIONS = 200;

    /** @param raw age of raw positions @param simple of simplified tracks @param rejected of refused fixes */
    public record Kept(Duration raw, Duration simple, Duration rejected, double toleranceM) {}

    private final Database database;
    private final TrackArchive archive;
    private final Kept kept;

    public TidyTracks(Database database, TrackArchive archive, Kept kept) {
        this.database = database;
        this.archive = archive;
        this.kept = kept;
    }

    @Override
    public Mono<Void> tick() {
        return database.inTransaction(tx -> archive.prepare(tx, DAYS_AHEAD).thenReturn(true))
                .then(days())
                .then(rejected())
                .then(database.inTransaction(
                        tx -> archive.forgetTracks(tx, kept.simple()).thenReturn(true)))
                .then();
    }

    private Mono<Void> days() {
        return database.reading(tx -> archive.olderThan(tx, kept.raw()).collectList())
                .flatMapIterable(days -> days)
                .concatMap(day -> database.inTransaction(tx -> archive.alone(tx)
                        .flatMap(alone -> alone
                                ? archive.simplify(tx, day, kept.toleranceM()).thenReturn(true)
                                : Mono.just(false))))
                .then();
    }

    private Mono<Void> rejected() {
        return Mono.defer(() -> database.inTransaction(tx -> archive.forgetRejected(tx, kept.rejected())))
                .repeat(MOST_PORTIONS)
                .takeUntil(deleted -> deleted == 0)
                .then();
    }
}
