package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.handling.Timers;
import by.belparcel.pickuppoints.model.PickupPoint;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** The end of a suspension that has one. */
public final class SuspensionTimers {

    /** Kind of the timer; its subject is the point. */
    public static final String KIND = "pvz.suspension-end";

    private SuspensionTimers() {}

    static Mono<Void> set(Timers timers, PickupPoint point, Instant now) {
        Instant until = point.suspendedUntil();
        return until == null
                ? Mono.empty()
                : timers.set(KIND, point.id(), point.id() + ':' + point.version(), Duration.between(now, until));
    }
}
