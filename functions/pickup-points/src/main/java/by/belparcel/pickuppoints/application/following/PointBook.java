package by.belparcel.pickuppoints.application.following;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.events.PlatformEvent;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** What the reference data says of points. */
public interface PointBook {

    /**
     * Adds a point that is not known, else takes over what changed: when a version was passed over, everything, else only the
     * fields that the event names, because the others may have been edited here meanwhile.
     *
     * @return false when that version or a later one is known
     */
    Mono<Boolean> adopt(Transaction tx, PlatformEvent.ReferenceUpdated event, Instant now);
}
