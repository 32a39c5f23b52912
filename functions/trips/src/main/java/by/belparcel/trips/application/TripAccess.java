package by.belparcel.trips.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.trips.model.TripRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Finds and locks the trip of a command, and checks that it is the caller's and at the version that the caller knows. */
public final class TripAccess {

    private final Trips trips;

    public TripAccess(Trips trips) {
        this.trips = trips;
    }

    /** What the policy decides on: the carrier that drives it, and the caller's own point when the trip calls there. */
    public static Map<String, String> facts(TripRecord trip, Principal principal) {
        Map<String, String> facts = new HashMap<>();
        if (trip.carrierId() != null) {
            facts.put("carrier_id", trip.carrierId());
        }
        List<String> points = principal.claims().getOrDefault("pvz_id", List.of());
        trip.stops().stream()
                .map(stop -> stop.placeId())
                .filter(points::contains)
                .findFirst()
                .ifPresent(point -> facts.put("pvz_id", point));
        return facts;
    }

    /** @param then gets the locked trip */
    public <R> Mono<Outcome<R>> locked(
            CommandContext context, @Nullable Long expectedVersion, Function<TripRecord, Mono<Outcome<R>>> then) {
        Optional<String> id = PathId.of(context.parameters());
        if (id.isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.notFound("TRIP")));
        }
        return trips.lock(context.tx(), id.get())
                .flatMap(trip -> context.denied(facts(trip, context.principal()), "TRIP")
                        .or(() -> ExpectedVersion.conflict(expectedVersion, context.parameters(), trip.version()))
                        .map(refusal -> Mono.just(Outcome.<R>refused(refusal)))
                        .orElseGet(() -> then.apply(trip)))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("TRIP"))));
    }
}
