package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.PvzEvent;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.model.PickupPoint;
import by.belparcel.pickuppoints.model.PointStatus;
import reactor.core.publisher.Mono;

/** {@code POST /pvz/v1/points}. The others hear of the point by events, orders may name it when the references have it. */
public final class CreatePointHandler implements CommandHandler<CreatePoint, PointView> {

    private final Points points;
    private final PointGuard guard;

    public CreatePointHandler(Points points) {
        this.points = points;
        this.guard = new PointGuard(points);
    }

    @Override
    public Mono<Outcome<PointView>> handle(CreatePoint command, CommandContext context) {
        PickupPoint point =
                new PickupPoint(context.newId(), command.code(), 1, command.profile(), PointStatus.OPEN, null, null, 0);
        return guard.objection(context.tx(), null, point)
                .map(Outcome::<PointView>refused)
                .switchIfEmpty(Mono.defer(
                        () -> points.insert(context.tx(), point, ParcelWork.millisecond(context.now()))
                                .map(written -> written ? created(point, context) : exists(point))));
    }

    private static Outcome<PointView> created(PickupPoint point, CommandContext context) {
        context.emit(
                new PvzEvent.Created(point.id(), point.version(), point.state(), ParcelWork.millisecond(context.now())),
                point.version());
        return Outcome.created(PointView.of(point), "/pvz/v1/points/" + point.id(), point.version());
    }

    private static Outcome<PointView> exists(PickupPoint point) {
        return Outcome.refused(Rejection.of(
                Rejection.Kind.CONFLICT, "PVZ_ALREADY_EXISTS", "There is a pick-up point " + point.code() + "."));
    }
}
