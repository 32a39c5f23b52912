package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.ParcelRef;
import by.belparcel.kernel.BatchState;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** DELIVERED → RECEIVED or PARTIALLY_RECEIVED; may come again when more of the batch turned up. */
public final class ReceiveBatchOnBatchReceivedByPvz implements EventHandler<BatchEvent.ReceivedByPvz> {

    private final Batches batches;
    private final Receipts receipts;
    private final Reconciling reconciling;

    public ReceiveBatchOnBatchReceivedByPvz(Batches batches, Receipts receipts, Reconciling reconciling) {
        this.batches = batches;
        this.receipts = receipts;
        this.reconciling = reconciling;
    }

    @Override
    public Mono<Handled> on(BatchEvent.ReceivedByPvz event, EventContext context) {
        Work work = Work.of(context);
        return batches.lock(work.tx(), List.of(event.batchId()))
                .flatMap(found -> found.isEmpty()
                        ? Mono.just(new Handled.Later("BATCH_UNKNOWN", "The batch is not known here yet."))
                        : receive(work, found.getFirst(), event));
    }

    private Mono<Handled> receive(Work work, Batch batch, BatchEvent.ReceivedByPvz event) {
        if (batch.state() == BatchState.CANCELLED) {
            return Mono.just(new Handled.Later("PICK_UP_NOT_SEEN", "The batch was cancelled and not picked up yet."));
        }
        List<ParcelRef> seen = Stream.concat(event.accepted().stream(), event.damaged().stream())
                .toList();
        return receipts.note(work.tx(), batch.id(), event.missing(), seen, event.at())
                .then(reconciling.received(work, batch))
                .then(Handled.applied());
    }
}
