package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.Cargo;
import by.belparcel.batching.model.Limits;
import by.belparcel.batching.model.Load;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.BatchCloseReason;
import by.belparcel.kernel.BatchState;
import by.belparcel.kernel.Numbers;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code POST /batches/{id}/split}: all the named orders go into a closed batch of the same key, or none. */
public final class SplitBatchHandler implements CommandHandler<SplitBatch, SplitResult> {

    private final Batches batches;
    private final Members members;
    private final Places places;
    private final OrderRemoving removing;
    private final BatchClosing closing;
    private final Journal journal;

    public SplitBatchHandler(
            Batches batches,
            Members members,
            Places places,
            OrderRemoving removing,
            BatchClosing closing,
            Journal journal) {
        this.batches = batches;
        this.members = members;
        this.places = places;
        this.removing = removing;
        this.closing = closing;
        this.journal = journal;
    }

    @Override
    public Mono<Outcome<SplitResult>> handle(SplitBatch command, CommandContext context) {
        return LockedBatch.with(
                batches,
                context,
                batch -> members.of(context.tx(), batch.id())
                        .flatMap(cargo -> refusal(command, batch, cargo, context)
                                .map(refused -> Mono.just(Outcome.<SplitResult>refused(refused)))
                                .orElseGet(() -> split(command, batch, cargo, context))));
    }

    private static Optional<Rejection> refusal(
            SplitBatch command, Batch batch, List<Cargo> cargo, CommandContext context) {
        return ExpectedVersion.conflict(command.expectedVersion(), context.parameters(), batch.version())
                .or(() -> BatchGrowing.refusal(batch))
                .or(() -> content(command, cargo));
    }

    private static Optional<Rejection> content(SplitBatch command, List<Cargo> cargo) {
        List<String> held = cargo.stream().map(Cargo::orderId).toList();
        List<String> strange = command.orderIds().stream()
                .filter(order -> !held.contains(order))
                .toList();
        if (!strange.isEmpty()) {
            return Optional.of(NotInBatch.of(strange));
        }
        return command.orderIds().size() == held.size()
                ? Optional.of(Rejection.rule("SPLIT_TAKES_ALL", "At least one order must stay in the batch."))
                : Optional.empty();
    }

    private Mono<Outcome<SplitResult>> split(
            SplitBatch command, Batch batch, List<Cargo> cargo, CommandContext context) {
        Work work = Work.of(context);
        List<Cargo> going = cargo.stream()
                .filter(one -> command.orderIds().contains(one.orderId()))
                .toList();
        return removing.remove(work, batch, cargo, command.orderIds(), Journal.Action.SPLIT.name())
                .flatMap(rest -> rest.state() == BatchState.CLOSED ? closing.announce(work, rest) : Mono.just(rest))
                .flatMap(rest -> places.limits(work.tx(), batch.key().origin())
                        .flatMap(limits -> open(work, batch, going, limits))
                        .flatMap(part -> journal.note(context, rest, Journal.Action.SPLIT, command.reason())
                                .thenReturn(Outcome.created(
                                        new SplitResult(BatchView.of(part), BatchView.of(rest)),
                                        "/batches/" + part.id(),
                                        part.version()))));
    }

    private Mono<Batch> open(Work work, Batch parent, List<Cargo> going, Limits limits) {
        return places.destination(work.tx(), parent.key().destId()).flatMap(destination -> {
            String number = Numbers.batch(work.now(), destination.running());
            Batch opened = Batch.opened(work.ids().get(), number, parent.key(), going, limits, null, work.now())
                    .from(parent.id());
            Batch closed = opened.closed(BatchCloseReason.MANUAL, work.now());
            BatchFacts.opened(work, opened);
            BatchFacts.added(work, Load.NONE, opened, going);
            closing.tell(work, closed, going);
            return batches.insert(work.tx(), closed, going).thenReturn(closed);
        });
    }
}
