package by.belparcel.trips.application.queries;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.trips.model.TripRecord;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** Questions about trips; every method is one statement. */
public interface TripReads {

    /** One row more than the limit when there are more. */
    Mono<List<TripRecord>> page(Transaction tx, TripFilter filter);

    Mono<List<TimelineView.Entry>> history(Transaction tx, String tripId);

    /** Batches that wait for a trip, the longest waiting first. */
    Mono<List<UnassignedView.Waiting>> waiting(Transaction tx, int limit);

    /** Trips of the last hours that left or will arrive late, the worst first. */
    Mono<List<DelayView>> delays(Transaction tx, Duration back, int limit);
}
