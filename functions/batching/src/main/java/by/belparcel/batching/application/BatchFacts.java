package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.Cargo;
import by.belparcel.batching.model.Key;
import by.belparcel.batching.model.Load;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.BatchKey;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Announces what happened to a batch. Each order that leaves a batch before pick-up is told of exactly once: by an
 * order-removed or in the list of a cancelled.
 */
final class BatchFacts {

    private BatchFacts() {}

    static void opened(Work work, Batch batch) {
        emit(
                work,
                batch,
                new BatchEvent.Opened(
                        batch.id(),
                        batch.number(),
                        key(batch.key()),
                        batch.schedule().closesAt(),
                        work.now()));
    }

    /** One fact per order, each with the sums after it. @param before the batch without them */
    static void added(Work work, Load before, Batch after, Collection<Cargo> cargo) {
        Load sum = before;
        for (Cargo one : cargo) {
            sum = sum.plus(one.load());
            emit(
                    work,
                    after,
                    new BatchEvent.OrderAdded(
                            after.id(), one.orderId(), sum.count(), sum.weightG(), sum.volumeCm3(), work.now()));
        }
    }

    /** One fact per order, each with the sums after it. @param before the batch with them */
    static void removed(Work work, Load before, Batch after, Collection<Cargo> cargo, String reason) {
        Load sum = before;
        for (Cargo one : cargo) {
            sum = sum.minus(one.load());
            emit(
                    work,
                    after,
                    new BatchEvent.OrderRemoved(
                            after.id(),
                            one.orderId(),
                            sum.count(),
                            sum.weightG(),
                            sum.volumeCm3(),
                            reason,
                            work.now()));
        }
    }

    static void closed(Work work, Batch batch, Collection<Cargo> cargo) {
        emit(
                work,
                batch,
                new BatchEvent.Closed(
                        batch.id(),
                        batch.number(),
                        key(batch.key()),
                        cargo.stream().map(Cargo::orderId).toList(),
                        batch.load().count(),
                        batch.load().weightG(),
                        batch.load().volumeCm3(),
                        Objects.requireNonNull(batch.course().reason()),
                        batch.schedule().oldestAt(),
                        work.now()));
    }

    static void cancelled(Work work, Batch batch, List<String> orders, String reason) {
        emit(work, batch, new BatchEvent.Cancelled(batch.id(), orders, reason, work.now()));
    }

    static void disbanded(Work work, Batch batch, List<String> orders, String hubId) {
        emit(work, batch, new BatchEvent.Disbanded(batch.id(), orders, hubId, work.now()));
    }

    static void reconciled(Work work, Batch batch, List<String> found, List<String> lost) {
        emit(work, batch, new BatchEvent.Reconciled(batch.id(), batch.key().destId(), found, lost, work.now()));
    }

    private static void emit(Work work, Batch batch, BatchEvent event) {
        work.emitter().emit(event, batch.version());
    }

    private static BatchKey key(Key key) {
        return new BatchKey(key.origin(), key.destType(), key.destId(), key.service());
    }
}
