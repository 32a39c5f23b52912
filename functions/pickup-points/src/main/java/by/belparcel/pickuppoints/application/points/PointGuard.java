package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuppoints.model.PickupPoint;
import by.belparcel.pickuppoints.model.PointProfile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Why a point must not become what it would (domain pickup-points.md section 1). */
final class PointGuard {

    private final Points points;

    PointGuard(Points points) {
        this.points = points;
    }

    /** Empty when nothing speaks against it. @param before null for a new point */
    Mono<Rejection> objection(Transaction tx, @Nullable PickupPoint before, PickupPoint after) {
        PointProfile profile = after.profile();
        Optional<Rejection> plain =
                hours(profile).or(() -> stock(before, after)).or(() -> selfHub(after));
        if (plain.isPresent()) {
            return Mono.just(plain.get());
        }
        Mono<Rejection> hub = Mono.empty();
        String hubId = profile.hubId();
        if (hubId != null && (before == null || !hubId.equals(before.profile().hubId()))) {
            hub = points.isHub(tx, hubId).filter(is -> !is).map(no -> hubInvalid("hub_id is not a hub that works."));
        }
        if (before != null && !profile.hub()) {
            return hub.switchIfEmpty(needed(tx, before));
        }
        return hub;
    }

    /** Why the point must not stop to be a hub, or to be there; empty when it is none, or nobody needs it. */
    Mono<Rejection> needed(Transaction tx, PickupPoint point) {
        return point.profile().hub() ? inUse(tx, point.id()) : Mono.empty();
    }

    private Mono<Rejection> inUse(Transaction tx, String id) {
        return points.hubUse(tx, id)
                .filter(count -> count > 0)
                .map(count -> Rejection.of(
                                Rejection.Kind.CONFLICT,
                                "HUB_IN_USE",
                                "Pick-up points are sorted at this hub or batches are on their way through it.")
                        .with("count", count));
    }

    private static Optional<Rejection> hours(PointProfile profile) {
        return profile.hours()
                .problem()
                .map(problem ->
                        Rejection.of(Rejection.Kind.INVALID, "HOURS_INVALID", "The hours are wrong: " + problem + "."));
    }

    private static Optional<Rejection> stock(@Nullable PickupPoint before, PickupPoint after) {
        int capacity = after.profile().capacityParcels();
        // A point that was overfilled by a batch may still change in other ways.
        return before == null || before.profile().capacityParcels() == capacity || capacity >= after.stock()
                ? Optional.empty()
                : Optional.of(
                        Rejection.rule("CAPACITY_BELOW_STOCK", "There are " + after.stock() + " parcels at the point.")
                                .with("stock", after.stock()));
    }

    private static Optional<Rejection> selfHub(PickupPoint after) {
        String hubId = after.profile().hubId();
        if (hubId == null) {
            return Optional.empty();
        }
        if (hubId.equals(after.id())) {
            return Optional.of(hubInvalid("A point is not sorted at itself."));
        }
        return after.profile().hub() ? Optional.of(hubInvalid("A hub is sorted at no other hub.")) : Optional.empty();
    }

    private static Rejection hubInvalid(String detail) {
        return Rejection.rule("HUB_INVALID", detail);
    }
}
