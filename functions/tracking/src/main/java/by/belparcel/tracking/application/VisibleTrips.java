package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Finds a trip that the caller may see; any other one does not exist for carriers and workers. */
final class VisibleTrips {

    private final LocationReads reads;

    VisibleTrips(LocationReads reads) {
        this.reads = reads;
    }

    <R> Mono<Outcome<R>> find(QueryContext context, Function<LocationReads.Found, Mono<Outcome<R>>> answer) {
        return reads.trip(context.tx(), context.parameters().variable("id"))
                .flatMap(found -> denied(context, found)
                        .map(rejection -> Mono.just(Outcome.<R>refused(rejection)))
                        .orElseGet(() -> answer.apply(found)))
                .switchIfEmpty(Mono.just(Outcome.refused(Rejection.notFound("TRIP"))));
    }

    private static Optional<Rejection> denied(QueryContext context, LocationReads.Found found) {
        Map<String, String> facts = new HashMap<>();
        facts.put("pvz_id", String.join(",", found.pvzIds()));
        String carrier = found.location().carrierId();
        if (carrier != null) {
            facts.put("carrier_id", carrier);
        }
        return context.denied(facts, "TRIP");
    }
}
