package by.belparcel.trips.application.driving;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.StopType;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.Places;
import by.belparcel.trips.application.TripAccess;
import by.belparcel.trips.application.TripTerms;
import by.belparcel.trips.application.TripView;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.Place;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** The common way of everything that a driver does at a stop: find it, check it, mark where and when it happens. */
public final class Calling {

    private final TripAccess access;
    private final Places places;
    private final Rides rides;
    private final TripTerms terms;

    public Calling(TripAccess access, Places places, Rides rides, TripTerms terms) {
        this.access = access;
        this.places = places;
        this.rides = rides;
        this.terms = terms;
    }

    /**
     * A call at a stop while it is carried out.
     *
     * @param flags OUT_OF_GEOFENCE, CLOCK_SKEW
     * @param home where the goods came from, to bring them back
     */
    record Call(Ride ride, Stop stop, AtStop command, DeviceTime time, List<String> flags, GeoPoint home) {}

    /** What a command does with a call: a refusal, or nothing and the ride is changed. */
    interface Action extends Function<Call, Optional<Rejection>> {}

    /** @param what for the history */
    Mono<Outcome<TripView>> at(OptionalInt seq, AtStop command, CommandContext context, String what, Action action) {
        return access.locked(context, command.expectedVersion(), trip -> {
            Optional<Stop> stop = seq.isEmpty() ? Optional.empty() : trip.stop(seq.getAsInt());
            return stop.map(found -> call(trip, found, command, context, what, action))
                    .orElseGet(() -> Mono.just(Outcome.refused(Rejection.notFound("STOP"))));
        });
    }

    private Mono<Outcome<TripView>> call(
            TripRecord trip, Stop stop, AtStop command, CommandContext context, String what, Action action) {
        boolean loading = trip.state() == TripState.ASSIGNED && stop.type() == StopType.PICKUP;
        if (trip.state() != TripState.IN_TRANSIT && !loading) {
            return Mono.just(Outcome.refused(Rejection.invalidState(trip.state().name(), List.of("IN_TRANSIT"))));
        }
        TripWork work = TripWork.of(context);
        DeviceTime time = DeviceTime.of(command.deviceTime(), work.now(), terms.clockSkew());
        return home(trip, work)
                .map(home -> new Call(new Ride(work, trip), stop, command, time, flags(stop, command, time), home))
                .flatMap(call -> carryOut(trip, call, what, action));
    }

    /** A trip that took goods over on the road began there, and not where they came from. */
    private Mono<GeoPoint> home(TripRecord trip, TripWork work) {
        return trip.parentTripId() == null
                ? Mono.just(trip.origin())
                : places.find(work.tx(), List.of(trip.originId()))
                        .map(found -> found.values().stream()
                                .findFirst()
                                .map(Place::point)
                                .orElse(trip.origin()));
    }

    private Mono<Outcome<TripView>> carryOut(TripRecord trip, Call call, String what, Action action) {
        Ride ride = call.ride();
        Optional<Rejection> refusal = action.apply(call);
        if (refusal.isPresent()) {
            return Mono.just(Outcome.refused(refusal.get()));
        }
        if (ride.trip().equals(trip)) {
            return Mono.just(Outcome.ok(TripView.of(trip), trip.version()));
        }
        return rides.finish(ride, what + " " + call.stop().seq())
                .map(after -> Outcome.ok(TripView.of(after), after.version()));
    }

    private List<String> flags(Stop stop, AtStop command, DeviceTime time) {
        List<String> flags = new ArrayList<>(time.flags());
        if (command.point() != null && command.point().metresTo(stop.point()) > terms.geofenceM()) {
            flags.add("OUT_OF_GEOFENCE");
        }
        return List.copyOf(flags);
    }
}
