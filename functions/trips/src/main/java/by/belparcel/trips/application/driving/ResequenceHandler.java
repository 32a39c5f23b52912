package by.belparcel.trips.application.driving;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.StopState;
import by.belparcel.kernel.StopType;
import by.belparcel.trips.application.TripAccess;
import by.belparcel.trips.application.TripView;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.application.planning.Reshaping;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code POST /trips/{id}/resequence}. Only stops that were not started move; pick-ups stay first and returns last. */
public final class ResequenceHandler implements CommandHandler<Resequence, TripView> {

    private final TripAccess access;
    private final Reshaping reshaping;

    public ResequenceHandler(TripAccess access, Reshaping reshaping) {
        this.access = access;
        this.reshaping = reshaping;
    }

    @Override
    public Mono<Outcome<TripView>> handle(Resequence command, CommandContext context) {
        return access.locked(context, command.expectedVersion(), trip -> decide(command, trip, context));
    }

    private Mono<Outcome<TripView>> decide(Resequence command, TripRecord trip, CommandContext context) {
        Optional<Rejection> refusal = refusal(command.stops(), trip);
        if (refusal.isPresent()) {
            return Mono.just(Outcome.refused(refusal.get()));
        }
        List<Stop> order = ordered(command.stops(), trip);
        if (order.equals(trip.stops())) {
            return Mono.just(Outcome.ok(TripView.of(trip), trip.version()));
        }
        return reshaping
                .apply(TripWork.of(context), trip.edit().stops(order).done(), "RESEQUENCED")
                .map(after -> Outcome.ok(TripView.of(after), after.version()));
    }

    private static Optional<Rejection> refusal(List<Integer> given, TripRecord trip) {
        if (trip.ended()) {
            return Optional.of(
                    Rejection.invalidState(trip.state().name(), List.of("PLANNED", "ASSIGNED", "IN_TRANSIT")));
        }
        List<Integer> unknown =
                given.stream().filter(seq -> trip.stop(seq).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            return Optional.of(Rejection.rule("STOP_NOT_IN_TRIP", "The trip has no such stop.")
                    .with("stops", unknown));
        }
        List<Integer> frozen = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Stop stop = trip.stop(given.get(i)).orElseThrow();
            List<Integer> upTo = given.subList(0, i + 1);
            boolean stays = begins(trip.stops(), upTo) || begins(trip.openStops(), upTo);
            if (!movable(stop) && !stays) {
                frozen.add(stop.seq());
            }
        }
        if (!frozen.isEmpty()) {
            return Optional.of(
                    Rejection.rule("STOP_FROZEN", "A stop that was started, a pick-up or a return stays where it is.")
                            .with("stops", frozen));
        }
        List<Integer> missing = trip.stops().stream()
                .filter(ResequenceHandler::movable)
                .map(Stop::seq)
                .filter(seq -> !given.contains(seq))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Rejection.rule("STOPS_MISSING", "Every open stop must be named.")
                        .with("stops", missing));
    }

    /** Naming a frozen stop in its own place, with what stands before it, moves nothing. */
    private static boolean begins(List<Stop> stops, List<Integer> given) {
        return given.size() <= stops.size()
                && stops.stream().limit(given.size()).map(Stop::seq).toList().equals(given);
    }

    private static boolean movable(Stop stop) {
        return stop.state() == StopState.PENDING && stop.type() != StopType.PICKUP && stop.type() != StopType.RETURN;
    }

    /** The movable stops take the places of movable stops, in the given order. */
    private static List<Stop> ordered(List<Integer> given, TripRecord trip) {
        List<Stop> wanted = new ArrayList<>(given.stream()
                .map(seq -> trip.stop(seq).orElseThrow())
                .filter(ResequenceHandler::movable)
                .toList());
        return trip.stops().stream()
                .map(stop -> movable(stop) ? wanted.removeFirst() : stop)
                .toList();
    }
}
