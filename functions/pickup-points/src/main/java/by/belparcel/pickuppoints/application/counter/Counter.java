package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.handling.Meter;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.pickuppoints.application.KnownOrders;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.application.Parcels;
import by.belparcel.pickuppoints.application.Rooms;
import by.belparcel.pickuppoints.application.Stock;
import by.belparcel.pickuppoints.application.following.StorageTimers;
import by.belparcel.pickuppoints.model.CellPlan;
import by.belparcel.pickuppoints.model.Room;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What the commands of the counter work with. */
public record Counter(
        Parcels parcels,
        Rooms rooms,
        KnownOrders orders,
        Stock stock,
        StorageTimers timers,
        CounterTerms terms,
        Meter meter) {

    /**
     * The cell for a parcel: the wanted one when it is free, else the first free one of its size, if any. The caller holds the
     * point's lock.
     */
    Mono<Outcome<Optional<String>>> cell(ParcelWork work, String pvzId, @Nullable String wanted, int weightG) {
        return rooms.taken(work.tx(), pvzId).map(taken -> {
            if (wanted == null) {
                return Outcome.ok(terms.cells().firstFree(taken, weightG));
            }
            return taken.contains(wanted) ? Outcome.refused(CellPlan.taken(wanted)) : Outcome.ok(Optional.of(wanted));
        });
    }

    /** Takes parcels into the stock of a point (positive) or out of it. @return the point's room afterwards */
    Mono<Room> moved(ParcelWork work, String pvzId, int delta) {
        return rooms.lock(work.tx(), pvzId)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("Parcels at an unknown point " + pvzId)))
                .flatMap(room -> stock.change(work, room, delta));
    }
}
