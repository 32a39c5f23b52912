package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.Cargo;
import by.belparcel.batching.model.Grouping;
import by.belparcel.batching.model.Key;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.DestinationType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code POST /batches/{id}/add}: an order that waits joins an open or closed batch of its way. */
public final class AddOrderHandler implements CommandHandler<PickOrder, BatchView> {

    private final Batches batches;
    private final Members members;
    private final WaitingList waiting;
    private final Places places;
    private final Grouping grouping;
    private final BatchGrowing growing;
    private final Journal journal;

    public AddOrderHandler(
            Batches batches,
            Members members,
            WaitingList waiting,
            Places places,
            Grouping grouping,
            BatchGrowing growing,
            Journal journal) {
        this.batches = batches;
        this.members = members;
        this.waiting = waiting;
        this.places = places;
        this.grouping = grouping;
        this.growing = growing;
        this.journal = journal;
    }

    @Override
    public Mono<Outcome<BatchView>> handle(PickOrder command, CommandContext context) {
        return LockedBatch.with(
                batches,
                context,
                batch -> check(command, batch, context)
                        .map(refused -> Mono.just(Outcome.<BatchView>refused(refused)))
                        .orElseGet(() -> add(command, batch, context)));
    }

    private static Optional<Rejection> check(PickOrder command, Batch batch, CommandContext context) {
        return ExpectedVersion.conflict(command.expectedVersion(), context.parameters(), batch.version())
                .or(() -> BatchGrowing.refusal(batch));
    }

    private Mono<Outcome<BatchView>> add(PickOrder command, Batch batch, CommandContext context) {
        return waiting.find(context.tx(), command.orderId())
                .flatMap(parcel -> add(command, parcel, batch, context))
                .switchIfEmpty(Mono.defer(() -> explain(command.orderId(), context.tx()))
                        .map(Outcome::refused));
    }

    private Mono<Outcome<BatchView>> add(PickOrder command, Parcel parcel, Batch batch, CommandContext context) {
        return places.around(context.tx(), parcel.origin(), parcel.pvzId()).flatMap(around -> {
            if (!goesThere(parcel, batch.key(), around)) {
                return Mono.just(Outcome.<BatchView>refused(
                        Rejection.rule("DESTINATION_MISMATCH", "The order does not go the way of this batch.")));
            }
            List<Cargo> cargo = List.of(parcel.cargo());
            Optional<Rejection> tooMuch = LimitRefusal.of(
                    around.limits(), batch.load().plus(parcel.cargo().load()));
            return tooMuch.map(refused -> Mono.just(Outcome.<BatchView>refused(refused)))
                    .orElseGet(() -> growing.grow(Work.of(context), batch, cargo, around.limits())
                            .flatMap(after -> journal.note(
                                            context, after, Journal.Action.ADDED_BY_STAFF, command.reason())
                                    .thenReturn(Outcome.ok(BatchView.of(after), after.version()))));
        });
    }

    private boolean goesThere(Parcel parcel, Key key, Surroundings around) {
        if (!key.origin().equals(parcel.origin())) {
            return false;
        }
        if (key.destType() == DestinationType.PVZ) {
            return key.destId().equals(parcel.pvzId());
        }
        Key own = grouping.key(
                Objects.requireNonNull(around.origin()),
                Objects.requireNonNull(around.pvz()),
                parcel.service(),
                around.hubs());
        return own.hasSameDestination(key);
    }

    private Mono<Rejection> explain(String orderId, Transaction tx) {
        return members.holding(tx, orderId)
                .map(batchId -> Rejection.of(
                                Rejection.Kind.CONFLICT, "ORDER_ALREADY_BATCHED", "The order is in a batch already.")
                        .with("batch_id", batchId))
                .switchIfEmpty(Mono.defer(() -> waiting.isCancelled(tx, orderId)
                        .map(cancelled -> Rejection.invalidState(
                                cancelled ? "CANCELLED" : "IN_TRANSIT", List.of("CONFIRMED", "AT_HUB")))))
                .defaultIfEmpty(Rejection.notFound("ORDER"));
    }
}
