package by.belparcel.trips.application.assigning;

import by.belparcel.events.AssignmentEvent;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.BatchPart;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.AssignmentState;
import by.belparcel.trips.application.TripFacts;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.application.Trips;
import by.belparcel.trips.model.TripRecord;
import by.belparcel.trips.model.assigning.HandoverSplit;
import java.util.List;
import reactor.core.publisher.Mono;

/** The trip of what was moved in a partial handover: it begins on the road, with the carrier that took the boxes. */
final class ChildTrip {

    private final Assignments assignments;
    private final Trips trips;

    ChildTrip(Assignments assignments, Trips trips) {
        this.assignments = assignments;
        this.trips = trips;
    }

    Mono<Void> start(TripWork work, HandoverSplit split, AssignmentRecord handover) {
        String id = work.newId().get();
        TripRecord child =
                split.child().edit().carrier(handover.carrierId(), id).done();
        AssignmentRecord assignment = new AssignmentRecord(
                id,
                child.id(),
                1,
                handover.carrierId(),
                AssignmentState.CONFIRMED,
                handover.trigger(),
                handover.fromCarrierId(),
                handover.reason(),
                handover.operatorId(),
                work.now(),
                work.now(),
                work.now(),
                null,
                null,
                handover.place());
        tell(work, split, child, assignment);
        return trips.insert(work, child, "PLANNED HANDOVER")
                .then(Mono.defer(() -> assignments.insert(work.tx(), assignment, "{}")));
    }

    private static void tell(TripWork work, HandoverSplit split, TripRecord child, AssignmentRecord assignment) {
        split.parts()
                .forEach(part -> work.emitter()
                        .emit(
                                new BatchEvent.Split(
                                        part.parent().id(),
                                        List.of(
                                                new BatchPart(
                                                        part.moved().id(),
                                                        part.moved().orderIds()),
                                                new BatchPart(
                                                        part.remaining().id(),
                                                        part.remaining().orderIds())),
                                        work.now()),
                                split.rest().version()));
        long version = child.version();
        String carrier = assignment.carrierId();
        work.emitter().emit(TripFacts.planned(child, work.now()), version);
        work.emitter()
                .emit(
                        new AssignmentEvent.Assigned(
                                child.id(),
                                assignment.id(),
                                1,
                                carrier,
                                assignment.trigger(),
                                assignment.confirmBy(),
                                List.of(),
                                List.of(),
                                work.now()),
                        version);
        work.emitter()
                .emit(
                        new AssignmentEvent.AssignmentConfirmed(child.id(), assignment.id(), carrier, work.now()),
                        version);
        work.emitter()
                .emit(
                        new TripEvent.Started(child.id(), carrier, work.now(), TripFacts.load(child), work.now()),
                        version);
    }
}
