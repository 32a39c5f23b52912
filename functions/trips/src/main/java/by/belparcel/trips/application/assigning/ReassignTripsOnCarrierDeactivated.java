package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.CarrierEvent;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.assigning.AssignmentMove;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A stopped carrier is asked for nothing any more. What it was offered or has confirmed goes on to somebody else in any case,
 * because the administrator may not have known of it; a trip that it drives only when the administrator forced it.
 */
public final class ReassignTripsOnCarrierDeactivated implements EventHandler<CarrierEvent.Deactivated> {

    private final CarrierBook book;
    private final TripLocks locks;
    private final Replacing replacing;

    ReassignTripsOnCarrierDeactivated(CarrierBook book, TripLocks locks, Replacing replacing) {
        this.book = book;
        this.locks = locks;
        this.replacing = replacing;
    }

    @Override
    public Mono<Handled> on(CarrierEvent.Deactivated event, EventContext context) {
        TripWork work = TripWork.of(context);
        return locks.holdOf(work, event.carrierId())
                .flatMap(trips -> book.activate(work.tx(), event.carrierId(), false, event.at())
                        .flatMap(newer -> newer ? check(work, trips, event) : Handled.ignored(Handled.Reason.STALE)));
    }

    /** A trip that was offered to it before its row was locked here is not locked: trips come first, so the event comes again. */
    private Mono<Handled> check(TripWork work, List<TripLocks.Held> trips, CarrierEvent.Deactivated event) {
        return locks.areAll(work, event.carrierId(), trips)
                .flatMap(all -> all
                        ? take(work, trips, event)
                        : Mono.just(new Handled.Later("CARRIER_JUST_ASKED", "The carrier got a trip in this moment.")));
    }

    private Mono<Handled> take(TripWork work, List<TripLocks.Held> trips, CarrierEvent.Deactivated event) {
        return Flux.fromIterable(trips)
                .concatMap(held -> takeOne(work, held, event), 1)
                .then(Handled.applied());
    }

    private Mono<Boolean> takeOne(TripWork work, TripLocks.Held held, CarrierEvent.Deactivated event) {
        AssignmentRecord handover = held.handover();
        if (handover != null && handover.carrierId().equals(event.carrierId())) {
            return replacing
                    .next(work, held.trip(), handover, AssignmentMove.REVOKE, "CARRIER_DEACTIVATED")
                    .thenReturn(true);
        }
        AssignmentRecord live = held.live();
        if (live == null
                || !live.carrierId().equals(event.carrierId())
                || (!event.force() && held.trip().state() == TripState.IN_TRANSIT)) {
            return Mono.just(false);
        }
        return replacing.replace(work, held, AssignmentTrigger.CARRIER_DEACTIVATED, "CARRIER_DEACTIVATED", null);
    }
}
