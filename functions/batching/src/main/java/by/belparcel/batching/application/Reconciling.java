package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.BatchTrigger;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.kernel.BatchState;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/**
 * Where a batch stands after its receipt: RECEIVED when nothing was missing, PARTIALLY_RECEIVED while something is, RECONCILED
 * when all of it was found or is lost. What is known of the parcels decides, not the order in which it became known.
 */
public final class Reconciling {

    private final Batches batches;
    private final Receipts receipts;

    public Reconciling(Batches batches, Receipts receipts) {
        this.batches = batches;
        this.receipts = receipts;
    }

    /** After the point counted what came. Empty when the batch stays as it is. @param batch locked */
    Mono<Batch> received(Work work, Batch batch) {
        return receipts.missing(work.tx(), batch.id()).flatMap(missing -> save(work, after(batch, missing), missing));
    }

    /** After a parcel turned up or was given up. @param batch locked */
    Mono<Handled> settled(Work work, Batch batch) {
        return batch.state() == BatchState.PARTIALLY_RECEIVED
                ? received(work, batch).then(Handled.applied())
                : Handled.applied();
    }

    private static Optional<Batch> after(Batch batch, List<MissingParcel> missing) {
        if (missing.isEmpty()) {
            return batch.moved(BatchTrigger.RECEIVE);
        }
        boolean open = missing.stream().anyMatch(is(MissingParcel.State.MISSING));
        if (batch.state() == BatchState.PARTIALLY_RECEIVED) {
            return open ? Optional.empty() : batch.moved(BatchTrigger.RECONCILE);
        }
        Optional<Batch> partial = batch.moved(BatchTrigger.RECEIVE_PARTLY);
        return open ? partial : partial.flatMap(known -> known.moved(BatchTrigger.RECONCILE));
    }

    private Mono<Batch> save(Work work, Optional<Batch> changed, List<MissingParcel> missing) {
        return Mono.justOrEmpty(changed).flatMap(batch -> {
            if (batch.state() == BatchState.RECONCILED) {
                BatchFacts.reconciled(
                        work,
                        batch,
                        orders(missing, MissingParcel.State.FOUND),
                        orders(missing, MissingParcel.State.LOST));
            }
            return batches.save(work.tx(), batch, List.of(), List.of()).thenReturn(batch);
        });
    }

    private static List<String> orders(List<MissingParcel> missing, MissingParcel.State state) {
        return missing.stream()
                .filter(is(state))
                .map(MissingParcel::orderId)
                .distinct()
                .toList();
    }

    private static Predicate<MissingParcel> is(MissingParcel.State state) {
        return parcel -> parcel.state() == state;
    }
}
