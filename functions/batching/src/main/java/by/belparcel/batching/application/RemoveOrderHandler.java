package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.BatchStateMachine;
import by.belparcel.batching.model.BatchTrigger;
import by.belparcel.batching.model.Cargo;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** {@code POST /batches/{id}/remove}: the order waits until an operator puts it into a batch. */
public final class RemoveOrderHandler implements CommandHandler<PickOrder, BatchView> {

    private final Batches batches;
    private final Members members;
    private final OrderRemoving removing;
    private final WaitingList waiting;
    private final Journal journal;

    public RemoveOrderHandler(
            Batches batches, Members members, OrderRemoving removing, WaitingList waiting, Journal journal) {
        this.batches = batches;
        this.members = members;
        this.removing = removing;
        this.waiting = waiting;
        this.journal = journal;
    }

    @Override
    public Mono<Outcome<BatchView>> handle(PickOrder command, CommandContext context) {
        return LockedBatch.with(
                batches,
                context,
                batch -> check(command, batch, context)
                        .map(refused -> Mono.just(Outcome.<BatchView>refused(refused)))
                        .orElseGet(() -> members.of(context.tx(), batch.id())
                                .flatMap(cargo -> remove(command, batch, cargo, context))));
    }

    private static Optional<Rejection> check(PickOrder command, Batch batch, CommandContext context) {
        return ExpectedVersion.conflict(command.expectedVersion(), context.parameters(), batch.version())
                .or(() -> BatchStateMachine.isBeforePickUp(batch.state())
                        ? Optional.empty()
                        : Optional.of(LockedBatch.notAllowed(batch, BatchTrigger.CANCEL)));
    }

    private Mono<Outcome<BatchView>> remove(PickOrder command, Batch batch, List<Cargo> cargo, CommandContext context) {
        String order = command.orderId();
        if (cargo.stream().noneMatch(one -> one.orderId().equals(order))) {
            return Mono.just(Outcome.refused(NotInBatch.of(List.of(order))));
        }
        Journal.Action action = Journal.Action.REMOVED_BY_STAFF;
        return removing.remove(Work.of(context), batch, cargo, Set.of(order), action.name())
                .flatMap(after -> waiting.hold(
                                context.tx(),
                                List.of(order),
                                WaitingList.Reason.REMOVED,
                                batch.key().destId())
                        .then(journal.note(context, after, action, command.reason()))
                        .thenReturn(Outcome.ok(BatchView.of(after), after.version())));
    }
}
