package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.BatchTrigger;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.BatchCloseReason;
import by.belparcel.kernel.BatchState;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code POST /batches/{id}/close}. Closing a closed batch answers the same and changes nothing. */
public final class CloseBatchHandler implements CommandHandler<CloseBatch, BatchView> {

    private final Batches batches;
    private final BatchClosing closing;

    public CloseBatchHandler(Batches batches, BatchClosing closing) {
        this.batches = batches;
        this.closing = closing;
    }

    @Override
    public Mono<Outcome<BatchView>> handle(CloseBatch command, CommandContext context) {
        return LockedBatch.with(batches, context, batch -> close(command, batch, context));
    }

    private Mono<Outcome<BatchView>> close(CloseBatch command, Batch batch, CommandContext context) {
        if (batch.state() == BatchState.CLOSED) {
            return Mono.just(Outcome.ok(BatchView.of(batch), batch.version()));
        }
        Optional<Rejection> conflict =
                ExpectedVersion.conflict(command.expectedVersion(), context.parameters(), batch.version());
        if (conflict.isPresent()) {
            return Mono.just(Outcome.refused(conflict.get()));
        }
        if (batch.state() != BatchState.OPEN) {
            return Mono.just(Outcome.refused(LockedBatch.notAllowed(batch, BatchTrigger.CLOSE)));
        }
        if (batch.load().count() == 0) {
            return Mono.just(Outcome.refused(Rejection.rule("BATCH_EMPTY", "There is nothing in the batch.")));
        }
        return closing.close(Work.of(context), batch, BatchCloseReason.MANUAL)
                .map(closed -> Outcome.ok(BatchView.of(closed), closed.version()));
    }
}
