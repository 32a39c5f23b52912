package by.belparcel.trips.application.assigning;

import by.belparcel.events.AssignmentEvent;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.Numbers;
import by.belparcel.trips.application.TripFacts;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.application.Trips;
import by.belparcel.trips.model.TripRecord;
import by.belparcel.trips.model.assigning.AssignmentMove;
import by.belparcel.trips.model.assigning.HandoverSplit;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The end of a handover, in one transaction. */
final class Takeover {

    private static final String REASON = "HANDOVER";

    private final Assignments assignments;
    private final Handovers handovers;
    private final Searches searches;
    private final Trips trips;
    private final NewVehicle vehicle;
    private final ChildTrip childTrip;

    Takeover(Assignments assignments, Handovers handovers, Searches searches, Trips trips, NewVehicle vehicle) {
        this.vehicle = vehicle;
        this.assignments = assignments;
        this.handovers = handovers;
        this.searches = searches;
        this.trips = trips;
        this.childTrip = new ChildTrip(assignments, trips);
    }

    /** The old assignment is COMPLETED, the new one CONFIRMED; trip, number and stops stay what they are. */
    Mono<HandoverView> full(CarrierCommands.Mine mine, List<String> moved) {
        TripWork work = mine.work();
        TripRecord trip = mine.held().trip();
        AssignmentRecord taken = Endings.confirmed(work, mine.mine(), AssignmentMove.TAKE_OVER);
        AssignmentRecord old = mine.held().live();
        TripRecord changed = trip.edit()
                .carrier(taken.carrierId(), taken.id())
                .attention(trip.attention().handover(false, null).manual(false, null))
                .version(trip.version() + 1)
                .done();
        tell(work, changed, moved, List.of(), true);
        TripRecord after = vehicle.estimated(work, changed, place(mine));
        Mono<Void> ended = old == null
                ? Mono.empty()
                : assignments
                        .save(work.tx(), Endings.ended(work, old, AssignmentMove.COMPLETE, REASON))
                        .then(Mono.defer(() -> relieve(work, trip, old)));
        return ended.then(Mono.defer(() -> assignments.save(work.tx(), taken)))
                .then(Mono.defer(() -> close(work, taken, true, null, moved, List.of())))
                .then(Mono.defer(() -> searches.end(work.tx(), trip.id())))
                .then(Mono.defer(() -> vehicle.forgetOld(work, trip.id())))
                .then(Mono.defer(() -> trips.save(work, after, "HANDED_OVER " + taken.carrierId())))
                .map(saved -> view(saved, taken, moved, List.of(), true, null));
    }

    /** The child trip has what was moved, the original keeps the rest and its carrier. */
    Mono<HandoverView> partial(CarrierCommands.Mine mine, List<String> moved, List<String> remaining) {
        TripWork work = mine.work();
        TripRecord trip = mine.held().trip();
        AssignmentRecord handover = mine.mine();
        GeoPoint place = place(mine);
        return trips.nextNumber(work.tx()).flatMap(running -> {
            HandoverSplit split = HandoverSplit.of(
                    trip,
                    Set.copyOf(moved),
                    new HandoverSplit.Identity(work.newId().get(), Numbers.trip(work.now(), running)),
                    place,
                    work.now(),
                    work.newId());
            String childId = split.child().id();
            AssignmentRecord over = Endings.ended(work, handover, AssignmentMove.REVOKE, "CONTINUES_AS " + childId);
            tell(work, split.rest(), moved, remaining, false);
            work.emitter()
                    .emit(
                            TripFacts.changed(split.rest(), REASON, work.now()),
                            split.rest().version());
            return assignments
                    .save(work.tx(), over)
                    .then(Mono.defer(() -> close(work, handover, false, childId, moved, remaining)))
                    .then(Mono.defer(() -> trips.save(work, split.rest(), "HANDED_OVER " + childId)))
                    .flatMap(saved -> childTrip
                            .start(work, split, handover)
                            .thenReturn(view(saved, handover, moved, remaining, false, childId)));
        });
    }

    /** Before the handover is closed: until then the one before it counts. */
    private Mono<Void> relieve(TripWork work, TripRecord trip, AssignmentRecord old) {
        Instant departed = trip.progress().departedAt();
        return departed == null ? Mono.empty() : assignments.relieve(work.tx(), old, departed, work.now());
    }

    private static GeoPoint place(CarrierCommands.Mine mine) {
        GeoPoint agreed = mine.mine().place();
        return agreed == null ? mine.held().trip().origin() : agreed;
    }

    private Mono<Void> close(
            TripWork work,
            AssignmentRecord handover,
            boolean full,
            @Nullable String childTripId,
            List<String> moved,
            List<String> remaining) {
        return handovers.close(
                work.tx(), handover.id(), new Handovers.Result(full, childTripId, moved, remaining), work.now());
    }

    private static void tell(TripWork work, TripRecord trip, List<String> moved, List<String> remaining, boolean full) {
        work.emitter()
                .emit(
                        new AssignmentEvent.HandoverCompleted(trip.id(), moved, remaining, full, work.now()),
                        trip.version());
    }

    private static HandoverView view(
            TripRecord trip,
            AssignmentRecord assignment,
            List<String> moved,
            List<String> remaining,
            boolean full,
            @Nullable String childTripId) {
        return new HandoverView(trip.id(), trip.version(), assignment.id(), moved, remaining, full, childTripId);
    }
}
