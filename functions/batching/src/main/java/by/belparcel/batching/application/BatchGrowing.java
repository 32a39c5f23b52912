package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.Cargo;
import by.belparcel.batching.model.Limits;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.BatchCloseReason;
import by.belparcel.kernel.BatchState;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Puts orders into a batch whose row the caller holds, because a person says so. A closed one is announced again. */
public final class BatchGrowing {

    /** States in which people may change what a batch holds: no trip has it yet. */
    static final List<BatchState> UNPLANNED = List.of(BatchState.OPEN, BatchState.CLOSED);

    private final Batches batches;
    private final BatchClosing closing;

    public BatchGrowing(Batches batches, BatchClosing closing) {
        this.batches = batches;
        this.closing = closing;
    }

    static Optional<Rejection> refusal(Batch batch) {
        return UNPLANNED.contains(batch.state())
                ? Optional.empty()
                : Optional.of(LockedBatch.notAllowed(batch, UNPLANNED));
    }

    /** The limits hold: the caller has looked. */
    Mono<Batch> grow(Work work, Batch batch, List<Cargo> cargo, Limits limits) {
        Batch after = batch.with(cargo, limits);
        BatchFacts.added(work, batch.load(), after, cargo);
        return batches.save(work.tx(), after, cargo, List.of()).then(settle(work, batch, after, limits));
    }

    private Mono<Batch> settle(Work work, Batch before, Batch after, Limits limits) {
        if (after.state() == BatchState.CLOSED) {
            return closing.announce(work, after);
        }
        return limits.isFull(after.load())
                ? closing.close(work, after, BatchCloseReason.SIZE)
                : BatchTimers.move(work, before, after).thenReturn(after);
    }
}
