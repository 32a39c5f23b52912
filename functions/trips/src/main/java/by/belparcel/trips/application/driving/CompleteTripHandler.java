package by.belparcel.trips.application.driving;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.StopState;
import by.belparcel.kernel.StopType;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.TripAccess;
import by.belparcel.trips.application.TripView;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripRecord;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * {@code POST /trips/{id}/complete}: an operator ends a trip whose driver cannot. With force, open stops are skipped and what is
 * still in the vehicle counts as brought back to the origin, so that it travels again.
 */
public final class CompleteTripHandler implements CommandHandler<EndTrip, TripView> {

    private static final String FORCED = "FORCED";

    private final TripAccess access;
    private final Rides rides;

    public CompleteTripHandler(TripAccess access, Rides rides) {
        this.access = access;
        this.rides = rides;
    }

    @Override
    public Mono<Outcome<TripView>> handle(EndTrip command, CommandContext context) {
        return access.locked(context, command.expectedVersion(), trip -> complete(command, trip, context));
    }

    private Mono<Outcome<TripView>> complete(EndTrip command, TripRecord trip, CommandContext context) {
        if (trip.state() == TripState.COMPLETED) {
            return Mono.just(Outcome.ok(TripView.of(trip), trip.version()));
        }
        if (trip.state() != TripState.IN_TRANSIT) {
            return Mono.just(Outcome.refused(Rejection.invalidState(trip.state().name(), List.of("IN_TRANSIT"))));
        }
        if (!command.force() && !trip.openStops().isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.of(
                            Rejection.Kind.CONFLICT, "STOPS_PENDING", "The trip has stops that nobody called at.")
                    .with("stops", trip.openStops().stream().map(Stop::seq).toList())));
        }
        TripWork work = TripWork.of(context);
        Ride ride = new Ride(work, trip);
        ride.change(before -> before.edit().endReason(command.reason()).done());
        trip.openStops().forEach(stop -> skip(ride, stop));
        bringBack(ride);
        return rides.finish(ride, "COMPLETED " + FORCED + ": " + command.reason())
                .map(after -> Outcome.ok(TripView.of(after), after.version()));
    }

    private static void skip(Ride ride, Stop stop) {
        ride.stop(
                stop.seq(),
                one -> one.ended(StopState.SKIPPED, FORCED, ride.work().now()));
        ride.emit(new TripEvent.StopSkipped(
                ride.trip().id(),
                stop.seq(),
                stop.placeId(),
                ride.work().now(),
                null,
                null,
                List.of(FORCED),
                FORCED,
                ride.work().now()));
    }

    private static void bringBack(Ride ride) {
        TripRecord trip = ride.trip();
        Stop origin = Stop.pending(
                0, StopType.RETURN, trip.originId(), trip.origin(), ride.work().now(), List.of());
        List<TripBatch> left =
                trip.batches().stream().filter(TripBatch::onBoard).toList();
        new Unloading(ride, origin, ride.work().now(), List.of(FORCED)).unload(left);
    }
}
