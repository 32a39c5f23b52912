package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.model.PickupPoint;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code POST /pvz/v1/points/{id}:suspend}, {@code :resume} and {@code :close}: one handler for each {@link Settlement}. */
public final class SettlePointHandler implements CommandHandler<SettlePoint, PointView> {

    private final Points points;
    private final Settlement settlement;
    private final PointGuard guard;

    public SettlePointHandler(Points points, Settlement settlement) {
        this.points = points;
        this.settlement = settlement;
        this.guard = new PointGuard(points);
    }

    @Override
    public Mono<Outcome<PointView>> handle(SettlePoint command, CommandContext context) {
        return Mono.justOrEmpty(PathId.of(context.parameters()))
                .flatMap(id -> points.lock(context.tx(), id))
                .flatMap(before -> settle(before, command, context))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("PVZ"))));
    }

    private Mono<Outcome<PointView>> settle(PickupPoint before, SettlePoint command, CommandContext context) {
        Optional<Rejection> refusal = ExpectedVersion.conflict(
                        command.expectedVersion(), context.parameters(), before.version())
                .or(() -> settlement.objection(before, command, ParcelWork.millisecond(context.now())));
        if (refusal.isPresent()) {
            return Mono.just(Outcome.refused(refusal.get()));
        }
        Mono<Rejection> needed = settlement == Settlement.CLOSE ? guard.needed(context.tx(), before) : Mono.empty();
        return needed.map(Outcome::<PointView>refused)
                .switchIfEmpty(Mono.defer(() -> save(settlement.of(before, command), command, context)));
    }

    private Mono<Outcome<PointView>> save(PickupPoint after, SettlePoint command, CommandContext context) {
        return points.save(context.tx(), after, ParcelWork.millisecond(context.now()))
                .then(SuspensionTimers.set(context.timers(), after, ParcelWork.millisecond(context.now())))
                .then(Mono.fromSupplier(() -> {
                    context.emit(
                            settlement.fact(after, command, ParcelWork.millisecond(context.now())), after.version());
                    return Outcome.ok(PointView.of(after), after.version());
                }));
    }
}
