package by.belparcel.trips.application.driving;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.BatchState;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.TripAccess;
import by.belparcel.trips.application.TripTerms;
import by.belparcel.trips.application.TripView;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.application.assigning.TripAssignments;
import by.belparcel.trips.application.planning.TripEnd;
import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripRecord;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * {@code POST /carrier/trips/{id}/pickup}: the trip is on its way. An offer that was not answered counts as confirmed. What is
 * left behind leaves the trip and is planned again, so that nothing stays in a vehicle that has gone.
 */
public final class PickUpHandler implements CommandHandler<PickUp, TripView> {

    private final TripAccess access;
    private final TripAssignments assignments;
    private final Rides rides;
    private final TripEnd end;
    private final TripTerms terms;

    public PickUpHandler(TripAccess access, TripAssignments assignments, Rides rides, TripEnd end, TripTerms terms) {
        this.access = access;
        this.assignments = assignments;
        this.rides = rides;
        this.end = end;
        this.terms = terms;
    }

    @Override
    public Mono<Outcome<TripView>> handle(PickUp command, CommandContext context) {
        return access.locked(context, command.expectedVersion(), trip -> decide(command, trip, context));
    }

    private Mono<Outcome<TripView>> decide(PickUp command, TripRecord trip, CommandContext context) {
        if (trip.state() != TripState.ASSIGNED && trip.state() != TripState.IN_TRANSIT) {
            return refused(Rejection.invalidState(trip.state().name(), List.of("ASSIGNED", "IN_TRANSIT")));
        }
        List<String> foreign = Stream.concat(command.batchIds().stream(), command.scans().stream())
                .filter(scan -> trip.batches().stream().noneMatch(batch -> isBatch(batch, scan)))
                .toList();
        if (!foreign.isEmpty()) {
            return refused(Rejection.rule("BATCH_NOT_IN_TRIP", "A scanned batch is not in this trip.")
                    .with("batches", foreign));
        }
        List<TripBatch> waiting = trip.batches().stream()
                .filter(batch -> batch.state() == BatchState.PLANNED)
                .toList();
        if (waiting.isEmpty()) {
            return Mono.just(Outcome.ok(TripView.of(trip), trip.version()));
        }
        List<TripBatch> scanned =
                waiting.stream().filter(batch -> isScanned(command, batch)).toList();
        List<TripBatch> missing =
                waiting.stream().filter(batch -> !scanned.contains(batch)).toList();
        if (scanned.isEmpty() || !missing.isEmpty() && !command.leaveBehind()) {
            return refused(Rejection.rule("BATCH_NOT_SCANNED", "Not every batch of the trip was scanned.")
                    .with("batches", missing.stream().map(TripBatch::id).toList()));
        }
        return start(command, trip, scanned, missing, context);
    }

    private Mono<Outcome<TripView>> start(
            PickUp command, TripRecord trip, List<TripBatch> scanned, List<TripBatch> missing, CommandContext context) {
        TripWork work = TripWork.of(context);
        String carrier = Objects.requireNonNull(trip.carrierId());
        return assignments.confirmByPickup(work, trip.touched(), carrier).flatMap(mine -> {
            if (!mine) {
                return refused(Rejection.notFound("TRIP"));
            }
            DeviceTime time = DeviceTime.of(command.deviceTime(), work.now(), terms.clockSkew());
            Ride ride = new Ride(work, trip);
            new Loading(ride, carrier, time).load(scanned, missing);
            String left = missing.isEmpty() ? "" : " left behind " + missing.size() + ": " + command.reason();
            return rides.finish(ride, "PICKED_UP " + scanned.size() + left)
                    .flatMap(after -> end.release(work, missing, "LEFT_BEHIND").thenReturn(after))
                    .map(after -> Outcome.ok(TripView.of(after), after.version()));
        });
    }

    private static boolean isScanned(PickUp command, TripBatch batch) {
        return Stream.concat(command.batchIds().stream(), command.scans().stream())
                .anyMatch(scan -> isBatch(batch, scan));
    }

    private static boolean isBatch(TripBatch batch, String scan) {
        return batch.id().equals(scan.toLowerCase(Locale.ROOT))
                || batch.number().equalsIgnoreCase(scan);
    }

    private static Mono<Outcome<TripView>> refused(Rejection rejection) {
        return Mono.just(Outcome.refused(rejection));
    }
}
