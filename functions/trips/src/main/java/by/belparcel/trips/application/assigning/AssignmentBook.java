package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.Meter;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.events.AssignmentEvent;
import by.belparcel.kernel.AssignmentState;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripRecord;
import by.belparcel.trips.model.assigning.AssignmentMove;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The side of assignments that driving sees. */
public final class AssignmentBook implements TripAssignments {

    private final Assignments assignments;
    private final Searches searches;
    private final Endings endings;
    private final LateTimers lateTimers;
    private final Meter meter;

    AssignmentBook(Assignments assignments, Searches searches, Endings endings, LateTimers lateTimers, Meter meter) {
        this.meter = meter;
        this.assignments = assignments;
        this.searches = searches;
        this.endings = endings;
        this.lateTimers = lateTimers;
    }

    @Override
    public Mono<AssignmentRecord> live(Transaction tx, String tripId) {
        return assignments
                .open(tx, tripId)
                .flatMap(open -> Mono.justOrEmpty(
                        open.stream().filter(AssignmentRecord::isLive).findFirst()));
    }

    @Override
    public Mono<List<AssignmentRecord>> history(Transaction tx, String tripId) {
        return assignments.ofTrip(tx, tripId);
    }

    @Override
    public Mono<Boolean> confirmByPickup(TripWork work, TripRecord trip, String carrierId) {
        return live(work.tx(), trip.id())
                .filter(live -> live.carrierId().equals(carrierId))
                .flatMap(live -> live.state() == AssignmentState.CONFIRMED
                        ? Mono.just(true)
                        : confirm(work, trip, live).thenReturn(true))
                .defaultIfEmpty(false);
    }

    /** OFFERED to CONFIRMED, or the carrier's promise to come to a handover. The caller saves the trip. */
    Mono<AssignmentRecord> confirm(TripWork work, TripRecord trip, AssignmentRecord offer) {
        AssignmentRecord confirmed = Endings.confirmed(work, offer, AssignmentMove.CONFIRM);
        double waited = Duration.between(offer.offeredAt(), work.now()).toMillis() / 1000.0;
        meter.observe("belparcel_assignment_confirm_seconds", waited);
        work.emitter()
                .emit(
                        new AssignmentEvent.AssignmentConfirmed(trip.id(), offer.id(), offer.carrierId(), work.now()),
                        trip.version());
        return assignments
                .save(work.tx(), confirmed)
                .then(Mono.defer(() -> confirmed.isLive() ? lateTimers.set(work, trip, confirmed) : Mono.empty()))
                .thenReturn(confirmed);
    }

    @Override
    public Mono<Void> complete(TripWork work, TripRecord trip) {
        Instant departed = trip.progress().departedAt();
        Instant from = departed == null ? work.now() : departed;
        boolean onTime = trip.stops().stream().allMatch(AssignmentBook::inTime);
        Assignments.Result result = new Assignments.Result(onTime, lastPlace(trip), from);
        return assignments
                .open(work.tx(), trip.id())
                .flatMapMany(Flux::fromIterable)
                .filter(open -> !open.isLive())
                .concatMap(handover -> endings.revoke(work, trip, handover, "TRIP_COMPLETED"), 1)
                .then(Mono.defer(() -> assignments.complete(work.tx(), trip.id(), work.now(), result)))
                .then(Mono.defer(() -> searches.end(work.tx(), trip.id())));
    }

    @Override
    public Mono<Void> revoke(TripWork work, TripRecord trip, String reason) {
        return assignments
                .open(work.tx(), trip.id())
                .flatMapMany(Flux::fromIterable)
                .concatMap(open -> endings.revoke(work, trip, open, reason), 1)
                .then(Mono.defer(() -> searches.end(work.tx(), trip.id())));
    }

    private static boolean inTime(Stop stop) {
        Instant end = stop.windowTo();
        Instant arrived = stop.actualArrival();
        return end == null || arrived == null || !arrived.isAfter(end);
    }

    private static GeoPoint lastPlace(TripRecord trip) {
        return trip.stops().stream()
                .filter(stop -> stop.actualArrival() != null)
                .reduce((earlier, later) -> later)
                .map(Stop::point)
                .orElse(trip.origin());
    }
}
