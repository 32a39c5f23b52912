package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.kernel.BatchCloseReason;
import java.util.List;
import reactor.core.publisher.Mono;

/** Closes an open batch whose row the caller holds: what is in it then is what it announces (D8). */
public final class BatchClosing {

    private final Batches batches;
    private final Members members;

    public BatchClosing(Batches batches, Members members) {
        this.batches = batches;
        this.members = members;
    }

    Mono<Batch> close(Work work, Batch open, BatchCloseReason reason) {
        Batch closed = open.closed(reason, work.now());
        return batches.save(work.tx(), closed, List.of(), List.of())
                .then(BatchTimers.cancel(work, open))
                .then(announce(work, closed));
    }

    /** Tells again, or for the first time, what a closed batch holds: whoever plans trips takes the newest. */
    Mono<Batch> announce(Work work, Batch closed) {
        return members.of(work.tx(), closed.id())
                .doOnNext(cargo -> BatchFacts.closed(work, closed, cargo))
                .thenReturn(closed);
    }
}
