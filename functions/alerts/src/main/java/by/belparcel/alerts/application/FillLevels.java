package by.belparcel.alerts.application;

import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** How full those points are that said they are nearly full. */
public interface FillLevels {

    /** False when a later measurement is known. */
    Mono<Boolean> measured(Transaction tx, String pvzId, int used, int capacity, Instant at);

    /**
     * Parcels came (positive) or left after the last measurement; what was before it is in it already.
     *
     * @param percent below this share of its capacity a point is not watched any more
     * @return whether the point fell below it now
     */
    Mono<Boolean> moved(Transaction tx, String pvzId, int parcels, int percent, Instant at);
}
