package by.belparcel.trips.application.driving;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.TripAccess;
import by.belparcel.trips.application.TripView;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.application.planning.TripEnd;
import by.belparcel.trips.model.TripRecord;
import java.util.List;
import reactor.core.publisher.Mono;

/** {@code POST /trips/{id}/cancel}. Only before the first pick-up; its batches get another trip. */
public final class CancelTripHandler implements CommandHandler<EndTrip, TripView> {

    private final TripAccess access;
    private final TripEnd end;

    public CancelTripHandler(TripAccess access, TripEnd end) {
        this.access = access;
        this.end = end;
    }

    @Override
    public Mono<Outcome<TripView>> handle(EndTrip command, CommandContext context) {
        return access.locked(context, command.expectedVersion(), trip -> cancel(command, trip, context));
    }

    private Mono<Outcome<TripView>> cancel(EndTrip command, TripRecord trip, CommandContext context) {
        if (trip.state() == TripState.CANCELLED) {
            return Mono.just(Outcome.ok(TripView.of(trip), trip.version()));
        }
        if (trip.state() != TripState.PLANNED && trip.state() != TripState.ASSIGNED) {
            return Mono.just(Outcome.refused(Rejection.invalidState(trip.state().name(), List.of("PLANNED", "ASSIGNED"))
                    .with("hint", "A trip on its way is handed over after a breakdown, or completed.")));
        }
        return end.cancel(TripWork.of(context), trip, Finishing.code(command.reason()), command.reason())
                .map(after -> Outcome.ok(TripView.of(after), after.version()));
    }
}
