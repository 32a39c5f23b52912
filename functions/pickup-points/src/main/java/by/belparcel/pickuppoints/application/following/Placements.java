package by.belparcel.pickuppoints.application.following;

import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Which batch an order is in, after splits and after what carriers left behind or took besides. */
public interface Placements {

    /** Where the order is that was announced in this batch; empty when it was left behind. */
    Mono<Optional<String>> whereabouts(Transaction tx, String batchId, String orderId);

    /** The orders are not in the parent any more. @param childId absent = left behind */
    Mono<Void> move(Transaction tx, String parentId, Collection<String> orderIds, @Nullable String childId);

    /** The carrier has them in this batch, unless something newer is known. */
    Mono<Void> take(Transaction tx, String batchId, Collection<String> orderIds, Instant at);
}
