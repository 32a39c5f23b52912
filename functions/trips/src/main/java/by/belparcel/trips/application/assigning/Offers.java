package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.Meter;
import by.belparcel.events.AssignmentEvent;
import by.belparcel.kernel.AssignmentState;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.application.Trips;
import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripRecord;
import by.belparcel.trips.model.assigning.Ranking;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Asks a chosen and locked carrier: writes the assignment, moves the trip, tells it, sets the timer of the answer. */
final class Offers {

    static final String CONFIRM_TIMER = "assignment.confirm";

    private final Assignments assignments;
    private final Handovers handovers;
    private final Searches searches;
    private final Trips trips;
    private final AssigningSettings settings;
    private final Meter meter;

    Offers(
            Assignments assignments,
            Handovers handovers,
            Searches searches,
            Trips trips,
            AssigningSettings settings,
            Meter meter) {
        this.meter = meter;
        this.assignments = assignments;
        this.handovers = handovers;
        this.searches = searches;
        this.trips = trips;
        this.settings = settings;
    }

    /** Whom to ask and why. @param operatorId who chose, absent when the ranking did; @param requestId of the operator's command */
    record Offer(
            String carrierId,
            Seek seek,
            int attempt,
            Ranking ranking,
            String decision,
            @Nullable String operatorId,
            @Nullable String requestId) {}

    /** @return the trip afterwards: ASSIGNED, or IN_TRANSIT with a handover */
    Mono<TripRecord> make(TripWork work, TripRecord trip, Offer offer) {
        boolean inTransit = trip.state() == TripState.IN_TRANSIT;
        Duration time = settings.confirmTime(trip.plannedDeparture(), work.now());
        GeoPoint place = inTransit ? Needs.handoverPlace(trip, offer.seek()) : null;
        AssignmentRecord assignment = assignment(work, trip, offer, time, place);
        TripRecord after =
                inTransit ? trip.withHandoverRequired(true) : trip.assigned(offer.carrierId(), assignment.id());
        String what = (inTransit ? "HANDOVER " : "OFFERED ") + offer.seek().trigger() + " " + offer.carrierId();
        tell(work, after, assignment, offer);
        count(meter, offer.seek().trigger(), "offered");
        return assignments
                .insert(work.tx(), assignment, offer.decision())
                .then(Mono.defer(() -> inTransit ? initiate(work, after, assignment) : Mono.empty()))
                .then(Mono.defer(() -> searches.end(work.tx(), trip.id())))
                .then(Mono.defer(() -> work.timers().set(CONFIRM_TIMER, assignment.id(), assignment.id(), time)))
                .then(Mono.defer(() -> trips.save(work, after, what)));
    }

    /** How often somebody else was looked for, and what came of it; the first carrier of a trip does not count. */
    static void count(Meter meter, AssignmentTrigger trigger, String result) {
        if (trigger != AssignmentTrigger.INITIAL) {
            meter.count("belparcel_reassign_total", "trigger", trigger.name(), "result", result);
        }
    }

    private static AssignmentRecord assignment(
            TripWork work, TripRecord trip, Offer offer, Duration time, @Nullable GeoPoint place) {
        String id = offer.requestId() == null ? work.newId().get() : offer.requestId();
        return new AssignmentRecord(
                id,
                trip.id(),
                offer.attempt(),
                offer.carrierId(),
                place == null ? AssignmentState.OFFERED : AssignmentState.HANDOVER,
                offer.seek().trigger(),
                offer.seek().fromCarrierId(),
                offer.seek().reason(),
                offer.operatorId(),
                work.now(),
                work.now().plus(time),
                null,
                null,
                null,
                place);
    }

    private static void tell(TripWork work, TripRecord trip, AssignmentRecord assignment, Offer offer) {
        work.emitter()
                .emit(
                        new AssignmentEvent.Assigned(
                                trip.id(),
                                assignment.id(),
                                assignment.attempt(),
                                assignment.carrierId(),
                                assignment.trigger(),
                                assignment.confirmBy(),
                                Decision.ranking(offer.ranking()),
                                Decision.excluded(offer.ranking()),
                                work.now()),
                        trip.version());
        if (assignment.trigger() == AssignmentTrigger.INITIAL) {
            return;
        }
        List<String> batches = trip.batches().stream()
                .filter(TripBatch::open)
                .map(TripBatch::id)
                .toList();
        work.emitter()
                .emit(
                        new AssignmentEvent.Reassigned(
                                trip.id(),
                                trip.id(),
                                batches,
                                assignment.fromCarrierId(),
                                assignment.carrierId(),
                                assignment.id(),
                                assignment.trigger(),
                                assignment.reason(),
                                assignment.operatorId(),
                                assignment.operatorId() != null,
                                work.now(),
                                work.now()),
                        trip.version());
    }

    private Mono<Void> initiate(TripWork work, TripRecord trip, AssignmentRecord assignment) {
        String from = Objects.requireNonNull(trip.carrierId(), "a trip on the road has a carrier");
        work.emitter()
                .emit(
                        new AssignmentEvent.HandoverInitiated(
                                trip.id(), from, assignment.carrierId(), assignment.place(), null, work.now()),
                        trip.version());
        return handovers.open(work.tx(), assignment, from);
    }
}
