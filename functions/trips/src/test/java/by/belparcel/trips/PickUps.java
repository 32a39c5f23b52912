package by.belparcel.trips;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.BatchState;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.adapter.PostgresTrips;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.application.assigning.TripAssignments;
import by.belparcel.trips.model.TripRecord;
import reactor.core.publisher.Mono;

/** A pick-up as far as assignments see it: the trip's lock, the confirmation, the departure. */
public final class PickUps {

    private static final PostgresTrips TRIPS = new PostgresTrips();

    private final TripScene scene;
    private final TripAssignments assignments;

    public PickUps(TripScene scene) {
        this.scene = scene;
        this.assignments = AssigningParts.tripAssignments(scene.harness().services());
    }

    /** @return 200, or 404 when the trip is not this carrier's */
    public Mono<Integer> pickUp(String tripId, String carrierId) {
        return scene.database().database().inTransaction(tx -> start(tx, tripId, carrierId));
    }

    private Mono<Integer> start(Transaction tx, String tripId, String carrierId) {
        TripWork work = scene.work(tx);
        return TRIPS.lock(tx, tripId).flatMap(trip -> {
            TripRecord touched = trip.touched();
            return assignments
                    .confirmByPickup(work, touched, carrierId)
                    .flatMap(mine ->
                            mine && trip.state() == TripState.ASSIGNED ? depart(work, touched) : Mono.just(404));
        });
    }

    private static Mono<Integer> depart(TripWork work, TripRecord trip) {
        return TRIPS.save(
                        work,
                        trip.edit()
                                .state(TripState.IN_TRANSIT)
                                .batches(trip.batches().stream()
                                        .map(batch -> batch.withState(BatchState.PICKED_UP))
                                        .toList())
                                .done(),
                        "PICKED_UP")
                .thenReturn(200);
    }
}
