package by.belparcel.references.application;

import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.references.model.PickupPoint;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;

/** A hub stays a hub while it sorts for other points (domain pickup-points section 1: HUB_IN_USE). */
public final class HubGuard implements EditGuard<PickupPoint> {

    private final BiFunction<Transaction, String, Mono<Long>> pointsOfHub;

    /** @param pointsOfHub counts the points that a hub sorts for */
    public HubGuard(BiFunction<Transaction, String, Mono<Long>> pointsOfHub) {
        this.pointsOfHub = pointsOfHub;
    }

    @Override
    public Mono<Rejection> objection(Transaction tx, PickupPoint before, PickupPoint after) {
        if (!before.hub() || after.hub()) {
            return Mono.empty();
        }
        return pointsOfHub
                .apply(tx, before.id())
                .filter(points -> points > 0)
                .map(points -> Rejection.of(
                                Rejection.Kind.CONFLICT, "HUB_IN_USE", "Other pick-up points are sorted at this hub.")
                        .with("count", points));
    }
}
