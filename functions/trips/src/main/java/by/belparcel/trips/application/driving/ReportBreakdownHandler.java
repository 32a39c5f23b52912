package by.belparcel.trips.application.driving;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.TripAccess;
import by.belparcel.trips.application.TripView;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.application.Trips;
import by.belparcel.trips.application.Whereabouts;
import by.belparcel.trips.model.TripRecord;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * {@code POST /carrier/trips/{id}/breakdown} and {@code POST /trips/{id}/breakdown}. A vehicle on its way that cannot move needs
 * a handover; who takes over is found by whoever hears of it.
 */
public final class ReportBreakdownHandler implements CommandHandler<ReportBreakdown, TripView> {

    private final TripAccess access;
    private final Trips trips;
    private final Whereabouts whereabouts;

    public ReportBreakdownHandler(TripAccess access, Trips trips, Whereabouts whereabouts) {
        this.access = access;
        this.trips = trips;
        this.whereabouts = whereabouts;
    }

    @Override
    public Mono<Outcome<TripView>> handle(ReportBreakdown command, CommandContext context) {
        return access.locked(context, command.expectedVersion(), trip -> report(command, trip, context));
    }

    private Mono<Outcome<TripView>> report(ReportBreakdown command, TripRecord trip, CommandContext context) {
        if (trip.state() != TripState.ASSIGNED && trip.state() != TripState.IN_TRANSIT) {
            return Mono.just(
                    Outcome.refused(Rejection.invalidState(trip.state().name(), List.of("ASSIGNED", "IN_TRANSIT"))));
        }
        GeoPoint named = command.point();
        return (named == null ? whereabouts.of(context.tx(), trip) : Mono.just(named))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(point -> report(command, trip, TripWork.of(context), point.orElse(null)));
    }

    private Mono<Outcome<TripView>> report(
            ReportBreakdown command, TripRecord trip, TripWork work, @Nullable GeoPoint point) {
        boolean handover = trip.state() == TripState.IN_TRANSIT && !command.drivable();
        TripRecord after = trip.edit()
                .attention(handover ? trip.attention().handover(true, point) : trip.attention())
                .version(trip.version() + 1)
                .done();
        work.emitter()
                .emit(
                        new TripEvent.BreakdownReported(
                                trip.id(),
                                Objects.requireNonNull(trip.carrierId()),
                                command.kind(),
                                command.drivable(),
                                point == null ? null : point.lat(),
                                point == null ? null : point.lng(),
                                command.text() == null ? "NONE" : "TEXT",
                                command.attachmentIds(),
                                work.now()),
                        after.version());
        String text = command.text() == null ? "" : ": " + command.text();
        return trips.save(work, after, "BREAKDOWN " + command.kind() + text)
                .map(saved -> Outcome.ok(TripView.of(saved), saved.version()));
    }
}
