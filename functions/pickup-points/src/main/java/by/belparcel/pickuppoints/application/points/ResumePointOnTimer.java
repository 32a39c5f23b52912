package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.PvzEvent;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.model.PickupPoint;
import by.belparcel.pickuppoints.model.PointStatus;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** A suspension ends when it was to end, unless somebody has decided otherwise meanwhile. */
public final class ResumePointOnTimer implements EventHandler<PlatformEvent.TimerFired> {

    private final Points points;

    public ResumePointOnTimer(Points points) {
        this.points = points;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.TimerFired event, EventContext context) {
        return points.lock(context.tx(), event.subject())
                .filter(point -> ended(point, ParcelWork.millisecond(context.now())))
                .flatMap(point -> resume(point.resumed(), context))
                .switchIfEmpty(Handled.ignored(Handled.Reason.STATE));
    }

    private Mono<Handled> resume(PickupPoint point, EventContext context) {
        return points.save(context.tx(), point, ParcelWork.millisecond(context.now()))
                .then(Mono.defer(() -> {
                    context.emit(
                            new PvzEvent.Resumed(point.id(), ParcelWork.millisecond(context.now())), point.version());
                    return Handled.applied();
                }));
    }

    private static boolean ended(PickupPoint point, Instant now) {
        Instant until = point.suspendedUntil();
        return point.status() == PointStatus.SUSPENDED && until != null && !until.isAfter(now);
    }
}
