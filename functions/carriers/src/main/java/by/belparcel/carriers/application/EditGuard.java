package by.belparcel.carriers.application;

import by.belparcel.carriers.model.Carrier;
import by.belparcel.carriers.model.CarrierEdit;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.eventing.store.Transaction;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Who may edit what of a carrier, and when. */
public final class EditGuard {

    private final TripBook trips;
    private final boolean production;

    /** @param production whether real parcels are on the road: no simulated time there */
    public EditGuard(TripBook trips, boolean production) {
        this.trips = trips;
        this.production = production;
    }

    Optional<Rejection> forbidden(CarrierEdit edit, Principal editor) {
        if (edit.isMoreThanLimits() && !editor.is("admin")) {
            return Optional.of(Rejection.forbidden("Only an administrator changes more than a carrier's limits."));
        }
        if (edit.timeScale() != null && production) {
            return Optional.of(Rejection.forbidden("Simulated time is for demonstrations only."));
        }
        return Optional.empty();
    }

    /** Empty when it may be. The carrier is locked, so no trip comes between the look and the edit. */
    Mono<Rejection> objection(Transaction tx, Carrier before, Carrier after, boolean force) {
        if (!before.active() || after.active() || force) {
            return Mono.empty();
        }
        return trips.liveOf(tx, before.id())
                .filter(live -> !live.isEmpty())
                .map(live -> Rejection.of(
                                Rejection.Kind.CONFLICT,
                                "CARRIER_HAS_ACTIVE_TRIP",
                                "The carrier has a trip; with force it is given to somebody else.")
                        .with("trips", live));
    }
}
