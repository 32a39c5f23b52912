package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import by.belparcel.kernel.BatchCloseReason;
import by.belparcel.kernel.BatchState;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** What stands ready at the warehouse's cut-off leaves. */
public final class CloseBatchOnBatchCutoff implements EventHandler<PlatformEvent.TimerFired> {

    private final Batches batches;
    private final BatchClosing closing;

    public CloseBatchOnBatchCutoff(Batches batches, BatchClosing closing) {
        this.batches = batches;
        this.closing = closing;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.TimerFired event, EventContext context) {
        Work work = Work.of(context);
        return batches.lock(work.tx(), List.of(event.subject()))
                .flatMap(found -> found.isEmpty()
                        ? Handled.ignored(Handled.Reason.STATE)
                        : look(work, found.getFirst(), event.timerId()));
    }

    private Mono<Handled> look(Work work, Batch batch, String timerId) {
        Instant cutoff = batch.schedule().cutoffAt();
        if (batch.state() != BatchState.OPEN || cutoff == null) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        return work.now().isBefore(cutoff)
                ? BatchTimers.repeat(work, BatchTimers.CUTOFF, batch, timerId, cutoff)
                        .then(Handled.applied())
                : closing.close(work, batch, BatchCloseReason.CUTOFF).then(Handled.applied());
    }
}
