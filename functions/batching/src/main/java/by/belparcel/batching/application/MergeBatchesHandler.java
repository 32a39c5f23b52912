package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.Cargo;
import by.belparcel.batching.model.Limits;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.BatchState;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code POST /batches/merge}: two closed batches of one key, on no trip, become one if the limits hold. */
public final class MergeBatchesHandler implements CommandHandler<MergeBatches, BatchView> {

    private final TwoBatches both;
    private final Places places;
    private final OrderRemoving removing;
    private final BatchGrowing growing;
    private final Journal journal;

    public MergeBatchesHandler(
            TwoBatches both, Places places, OrderRemoving removing, BatchGrowing growing, Journal journal) {
        this.both = both;
        this.places = places;
        this.removing = removing;
        this.growing = growing;
        this.journal = journal;
    }

    @Override
    public Mono<Outcome<BatchView>> handle(MergeBatches command, CommandContext context) {
        // the second one of the request is emptied
        return both.lock(
                context,
                command.batchIds().getLast(),
                command.batchIds().getFirst(),
                pair -> places.limits(context.tx(), pair.second().key().origin())
                        .flatMap(limits -> refusal(command, pair, limits, context)
                                .map(refused -> Mono.just(Outcome.<BatchView>refused(refused)))
                                .orElseGet(() -> merge(command, pair, limits, context))));
    }

    private static Optional<Rejection> refusal(
            MergeBatches command, TwoBatches.Pair pair, Limits limits, CommandContext context) {
        Batch emptied = pair.first();
        Batch kept = pair.second();
        return ExpectedVersion.conflict(command.expectedVersion(), context.parameters(), kept.version())
                .or(() -> closed(kept))
                .or(() -> closed(emptied))
                .or(() -> kept.key().equals(emptied.key())
                        ? Optional.empty()
                        : Optional.of(Rejection.rule(
                                "DESTINATION_MISMATCH", "The batches do not go the same way in the same service.")))
                .or(() -> LimitRefusal.of(limits, kept.load().plus(emptied.load())));
    }

    private static Optional<Rejection> closed(Batch batch) {
        return batch.state() == BatchState.CLOSED
                ? Optional.empty()
                : Optional.of(LockedBatch.notAllowed(batch, List.of(BatchState.CLOSED)));
    }

    private Mono<Outcome<BatchView>> merge(
            MergeBatches command, TwoBatches.Pair pair, Limits limits, CommandContext context) {
        Work work = Work.of(context);
        List<Cargo> cargo = pair.firstCargo();
        List<String> orders = cargo.stream().map(Cargo::orderId).toList();
        return removing.remove(work, pair.first(), cargo, orders, Journal.Action.MERGED.name())
                .flatMap(emptied -> growing.grow(work, pair.second(), cargo, limits))
                .flatMap(merged -> journal.note(context, merged, Journal.Action.MERGED, command.reason())
                        .thenReturn(merged))
                .map(merged -> Outcome.ok(BatchView.of(merged), merged.version()));
    }
}
