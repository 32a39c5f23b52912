package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.kernel.BatchState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Notes what became of a parcel, under the lock of its batch, so that two last parcels do not miss each other. */
public final class Settling {

    private final Batches batches;
    private final Receipts receipts;
    private final Reconciling reconciling;

    public Settling(Batches batches, Receipts receipts, Reconciling reconciling) {
        this.batches = batches;
        this.receipts = receipts;
        this.reconciling = reconciling;
    }

    Mono<Handled> settle(Work work, String orderId, @Nullable Integer parcelNo, MissingParcel.State as, Instant at) {
        return receipts.batchOf(work.tx(), orderId)
                .flatMap(id -> batches.lock(work.tx(), List.of(id)))
                .map(found -> found.stream().findFirst())
                .defaultIfEmpty(Optional.empty())
                .flatMap(batch -> batch.filter(Settling::isSettled).isPresent()
                        ? Handled.ignored(Handled.Reason.STATE)
                        : receipts.settle(work.tx(), orderId, parcelNo, as, at)
                                .then(batch.map(known -> reconciling.settled(work, known))
                                        .orElseGet(Handled::applied)));
    }

    /** The receipt itself told of every parcel, or nothing is missing any more. */
    private static boolean isSettled(Batch batch) {
        return batch.state() == BatchState.RECEIVED || batch.state() == BatchState.RECONCILED;
    }
}
