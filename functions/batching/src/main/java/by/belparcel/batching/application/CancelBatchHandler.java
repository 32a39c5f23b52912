package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.BatchStateMachine;
import by.belparcel.batching.model.BatchTrigger;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.BatchState;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code POST /batches/{id}/cancel}. The orders are grouped anew; cancelling a cancelled batch changes nothing. */
public final class CancelBatchHandler implements CommandHandler<CancelBatch, BatchView> {

    private final Batches batches;
    private final BatchCancelling cancelling;
    private final Journal journal;

    public CancelBatchHandler(Batches batches, BatchCancelling cancelling, Journal journal) {
        this.batches = batches;
        this.cancelling = cancelling;
        this.journal = journal;
    }

    @Override
    public Mono<Outcome<BatchView>> handle(CancelBatch command, CommandContext context) {
        return LockedBatch.with(batches, context, batch -> cancel(command, batch, context));
    }

    private Mono<Outcome<BatchView>> cancel(CancelBatch command, Batch batch, CommandContext context) {
        if (batch.state() == BatchState.CANCELLED) {
            return Mono.just(Outcome.ok(BatchView.of(batch), batch.version()));
        }
        Optional<Rejection> conflict =
                ExpectedVersion.conflict(command.expectedVersion(), context.parameters(), batch.version());
        if (conflict.isPresent()) {
            return Mono.just(Outcome.refused(conflict.get()));
        }
        if (!BatchStateMachine.isBeforePickUp(batch.state())) {
            return Mono.just(Outcome.refused(LockedBatch.notAllowed(batch, BatchTrigger.CANCEL)));
        }
        return cancelling
                .cancel(Work.of(context), batch, Journal.Action.CANCELLED_BY_STAFF.name())
                .flatMap(cancelled -> journal.note(
                                context, cancelled, Journal.Action.CANCELLED_BY_STAFF, command.reason())
                        .thenReturn(Outcome.ok(BatchView.of(cancelled), cancelled.version())));
    }
}
