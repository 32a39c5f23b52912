package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.Cargo;
import by.belparcel.eventing.handling.Meter;
import by.belparcel.kernel.BatchCloseReason;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Closes an open batch whose row the caller holds: what is in it then is what it announces (D8). */
public final class BatchClosing {

    private static final double MILLIS = 1000;

    private final Batches batches;
    private final Members members;
    private final Meter meter;

    public BatchClosing(Batches batches, Members members, Meter meter) {
        this.batches = batches;
        this.members = members;
        this.meter = meter;
    }

    Mono<Batch> close(Work work, Batch open, BatchCloseReason reason) {
        Batch closed = open.closed(reason, work.now());
        return batches.save(work.tx(), closed, List.of(), List.of())
                .then(BatchTimers.cancel(work, open))
                .then(members.of(work.tx(), closed.id()))
                .doOnNext(cargo -> tell(work, closed, cargo))
                .thenReturn(closed);
    }

    /** Tells for the first time that a batch is closed. */
    void tell(Work work, Batch closed, List<Cargo> cargo) {
        Duration age = Duration.between(closed.schedule().oldestAt(), work.now());
        String reason = Objects.requireNonNull(closed.course().reason()).name();
        meter.count("belparcel_batch_close_total", "reason", reason);
        meter.observe("belparcel_batch_age_seconds", age.toMillis() / MILLIS);
        BatchFacts.closed(work, closed, cargo);
    }

    /** Tells again what a closed batch holds: whoever plans trips takes the newest. */
    Mono<Batch> announce(Work work, Batch closed) {
        return members.of(work.tx(), closed.id())
                .doOnNext(cargo -> BatchFacts.closed(work, closed, cargo))
                .thenReturn(closed);
    }
}
