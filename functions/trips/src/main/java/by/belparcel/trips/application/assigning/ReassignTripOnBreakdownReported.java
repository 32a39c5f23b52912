package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.trips.application.TripWork;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** BREAKDOWN: before departure another carrier drives; on the road another one comes and takes the goods over. */
public final class ReassignTripOnBreakdownReported implements EventHandler<TripEvent.BreakdownReported> {

    private final TripLocks locks;
    private final Replacing replacing;

    ReassignTripOnBreakdownReported(TripLocks locks, Replacing replacing) {
        this.locks = locks;
        this.replacing = replacing;
    }

    @Override
    public Mono<Handled> on(TripEvent.BreakdownReported event, EventContext context) {
        return locks.on(TripWork.of(context), event.tripId(), (work, held) -> react(work, held, event));
    }

    /** A vehicle that still drives needs nobody; the report of a carrier that lost the trip meanwhile is old news. */
    private Mono<Handled> react(TripWork work, TripLocks.Held held, TripEvent.BreakdownReported event) {
        AssignmentRecord live = held.live();
        if (event.drivable() || live == null || !live.carrierId().equals(event.carrierId())) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        return replacing
                .replace(work, held, AssignmentTrigger.BREAKDOWN, event.kind(), place(event.lat(), event.lng()))
                .flatMap(changed -> changed ? Handled.applied() : Handled.ignored(Handled.Reason.STATE));
    }

    private static @Nullable GeoPoint place(@Nullable Double lat, @Nullable Double lng) {
        return lat != null && lng != null && GeoPoint.isValid(lat, lng) ? new GeoPoint(lat, lng) : null;
    }
}
