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

/** The age rule: counted from the oldest order in the batch, whatever came later (D10). */
public final class CloseBatchOnBatchAge implements EventHandler<PlatformEvent.TimerFired> {

    private final Places places;
    private final Batches batches;
    private final BatchClosing closing;

    public CloseBatchOnBatchAge(Places places, Batches batches, BatchClosing closing) {
        this.places = places;
        this.batches = batches;
        this.closing = closing;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.TimerFired event, EventContext context) {
        Work work = Work.of(context);
        return batches.lock(work.tx(), List.of(event.subject()))
                .flatMap(found -> found.isEmpty() || found.getFirst().state() != BatchState.OPEN
                        ? Handled.ignored(Handled.Reason.STATE)
                        : look(work, found.getFirst(), event.timerId()));
    }

    private Mono<Handled> look(Work work, Batch open, String timerId) {
        return places.limits(work.tx(), open.key().origin()).flatMap(limits -> {
            Instant due = limits.closingTime(
                    open.load(), open.schedule().oldestAt(), open.key().service());
            return work.now().isBefore(due)
                    ? BatchTimers.repeat(work, BatchTimers.AGE, open, timerId, due)
                            .then(Handled.applied())
                    : closing.close(work, open, BatchCloseReason.AGE).then(Handled.applied());
        });
    }
}
