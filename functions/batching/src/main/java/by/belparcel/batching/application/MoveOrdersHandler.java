package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.Cargo;
import by.belparcel.batching.model.Limits;
import by.belparcel.batching.model.Load;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.BatchState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** {@code POST /batches/{id}/move}: each order answers for itself; what does not fit stays where it is. */
public final class MoveOrdersHandler implements CommandHandler<MoveOrders, MoveResult> {

    private final TwoBatches both;
    private final Places places;
    private final OrderRemoving removing;
    private final BatchGrowing growing;
    private final BatchClosing closing;
    private final Journal journal;

    public MoveOrdersHandler(
            TwoBatches both,
            Places places,
            OrderRemoving removing,
            BatchGrowing growing,
            BatchClosing closing,
            Journal journal) {
        this.both = both;
        this.places = places;
        this.removing = removing;
        this.growing = growing;
        this.closing = closing;
        this.journal = journal;
    }

    @Override
    public Mono<Outcome<MoveResult>> handle(MoveOrders command, CommandContext context) {
        Optional<String> id = PathId.of(context.parameters());
        if (id.isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.notFound("BATCH")));
        }
        return both.lock(
                context,
                id.get(),
                command.toBatchId(),
                pair -> refusal(command, pair, context)
                        .map(refused -> Mono.just(Outcome.<MoveResult>refused(refused)))
                        .orElseGet(() -> places.limits(
                                        context.tx(), pair.second().key().origin())
                                .flatMap(limits -> move(command, pair, limits, context))));
    }

    private static Optional<Rejection> refusal(MoveOrders command, TwoBatches.Pair pair, CommandContext context) {
        Batch from = pair.first();
        Batch to = pair.second();
        return ExpectedVersion.conflict(command.expectedVersion(), context.parameters(), from.version())
                .or(() -> BatchGrowing.refusal(from))
                .or(() -> BatchGrowing.refusal(to))
                .or(() -> from.key().hasSameDestination(to.key())
                                && from.key().origin().equals(to.key().origin())
                        ? Optional.empty()
                        : Optional.of(Rejection.rule("DESTINATION_MISMATCH", "The batches do not go the same way.")));
    }

    private Mono<Outcome<MoveResult>> move(
            MoveOrders command, TwoBatches.Pair pair, Limits limits, CommandContext context) {
        Map<String, Cargo> held =
                pair.firstCargo().stream().collect(Collectors.toMap(Cargo::orderId, Function.identity()));
        List<MoveResult.Item> items = new ArrayList<>();
        List<Cargo> going = new ArrayList<>();
        Load load = pair.second().load();
        for (String order : command.orderIds()) {
            Cargo cargo = held.get(order);
            Load after = cargo == null ? load : load.plus(cargo.load());
            MoveResult.Item item = item(order, cargo == null, LimitRefusal.of(limits, after));
            items.add(item);
            if (item.ok() && cargo != null) {
                going.add(cargo);
                load = after;
            }
        }
        return carryOut(command, pair, going, limits, context)
                .map(after -> Outcome.ok(
                        MoveResult.of(items, BatchView.of(after.first()), BatchView.of(after.second())),
                        after.first().version()));
    }

    private static MoveResult.Item item(String order, boolean absent, Optional<Rejection> tooMuch) {
        if (absent) {
            return new MoveResult.Item(order, false, NotInBatch.CODE, "The batch does not hold it.");
        }
        return tooMuch.map(no -> new MoveResult.Item(order, false, no.code(), no.detail()))
                .orElseGet(() -> new MoveResult.Item(order, true, null, null));
    }

    private Mono<TwoBatches.Pair> carryOut(
            MoveOrders command, TwoBatches.Pair pair, List<Cargo> going, Limits limits, CommandContext context) {
        if (going.isEmpty()) {
            return Mono.just(pair);
        }
        Work work = Work.of(context);
        List<String> orders = going.stream().map(Cargo::orderId).toList();
        return removing.remove(work, pair.first(), pair.firstCargo(), orders, Journal.Action.MOVED.name())
                .flatMap(from -> from.state() == BatchState.CLOSED ? closing.announce(work, from) : Mono.just(from))
                .flatMap(from -> growing.grow(work, pair.second(), going, limits)
                        .flatMap(to -> journal.note(context, from, Journal.Action.MOVED, command.reason())
                                .then(journal.note(context, to, Journal.Action.MOVED, command.reason()))
                                .thenReturn(new TwoBatches.Pair(from, List.of(), to))));
    }
}
