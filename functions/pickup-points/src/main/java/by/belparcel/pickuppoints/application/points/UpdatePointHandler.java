package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.PvzEvent;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.application.Rooms;
import by.belparcel.pickuppoints.application.Stock;
import by.belparcel.pickuppoints.model.PickupPoint;
import by.belparcel.pickuppoints.model.PointStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * {@code PUT /pvz/v1/points/{id}} and {@code PUT /pvz/v1/points/{id}/capacity}. A change that changes nothing answers the
 * present state and tells nobody.
 */
public final class UpdatePointHandler implements CommandHandler<UpdatePoint, PointView> {

    private static final String THING = "PVZ";

    private final Points points;
    private final Rooms rooms;
    private final Stock stock;
    private final PointGuard guard;

    public UpdatePointHandler(Points points, Rooms rooms, Stock stock) {
        this.points = points;
        this.rooms = rooms;
        this.stock = stock;
        this.guard = new PointGuard(points);
    }

    @Override
    public Mono<Outcome<PointView>> handle(UpdatePoint command, CommandContext context) {
        return Mono.justOrEmpty(PathId.of(context.parameters()))
                .flatMap(id -> points.lock(context.tx(), id))
                .flatMap(before -> change(before, command, context))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound(THING))));
    }

    private Mono<Outcome<PointView>> change(PickupPoint before, UpdatePoint command, CommandContext context) {
        Optional<Rejection> refusal = context.denied(Map.of("pvz_id", before.id()), THING)
                .or(() -> ExpectedVersion.conflict(command.expectedVersion(), context.parameters(), before.version()))
                .or(() -> before.status() == PointStatus.CLOSED
                        ? Optional.of(Rejection.invalidState("CLOSED", List.of("OPEN", "SUSPENDED")))
                        : Optional.empty());
        if (refusal.isPresent()) {
            return Mono.just(Outcome.refused(refusal.get()));
        }
        PickupPoint after = command.change().of(before);
        List<String> changed = after.changedFrom(before);
        if (changed.isEmpty()) {
            return Mono.just(Outcome.ok(PointView.of(before), before.version()));
        }
        return guard.objection(context.tx(), before, after)
                .map(Outcome::<PointView>refused)
                .switchIfEmpty(Mono.defer(() -> save(after, changed, context)));
    }

    private Mono<Outcome<PointView>> save(PickupPoint after, List<String> changed, CommandContext context) {
        Mono<Void> measured = changed.contains("capacity_parcels")
                ? rooms.lock(context.tx(), after.id())
                        .flatMap(room -> stock.resized(ParcelWork.of(context), room))
                        .then()
                : Mono.empty();
        return points.save(context.tx(), after, ParcelWork.millisecond(context.now()))
                .then(Mono.fromRunnable(() -> context.emit(
                        new PvzEvent.Updated(
                                after.id(),
                                after.version(),
                                changed,
                                after.state(),
                                ParcelWork.millisecond(context.now())),
                        after.version())))
                .then(measured)
                .thenReturn(Outcome.ok(PointView.of(after), after.version()));
    }
}
