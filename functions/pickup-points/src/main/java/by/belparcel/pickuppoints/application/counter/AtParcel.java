package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.pickuppoints.application.Parcels;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Finds and locks the parcel that the path names, and checks that it is the caller's to act on. */
final class AtParcel {

    private final Parcels parcels;

    AtParcel(Parcels parcels) {
        this.parcels = parcels;
    }

    /**
     * @param rule why it may not be done; asked before anything is written
     * @param then gets the locked parcel
     */
    <R> Mono<Outcome<R>> locked(
            CommandContext context,
            Function<Parcel, Optional<Rejection>> rule,
            Function<Parcel, Mono<Outcome<R>>> then) {
        Optional<ParcelName> name = ParcelName.read(context.parameters().variable("id"));
        if (name.isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.notFound("ORDER")));
        }
        return parcels.lock(context.tx(), List.of(name.get()))
                .flatMap(found -> Outcomes.then(
                        permitted(name.get(), found, context),
                        parcel -> rule.apply(parcel)
                                .map(refusal -> Mono.just(Outcome.<R>refused(refusal)))
                                .orElseGet(() -> then.apply(parcel))));
    }

    /** Of parcels that are not the caller's he does not even learn how many an order has. */
    private static Outcome<Parcel> permitted(ParcelName name, List<Parcel> found, CommandContext context) {
        return found.stream()
                .filter(name::means)
                .flatMap(parcel -> context.denied(facts(parcel), "ORDER").stream())
                .findFirst()
                .map(Outcome::<Parcel>refused)
                .orElseGet(() -> Named.one(name, found));
    }

    private static Map<String, String> facts(Parcel parcel) {
        Map<String, String> facts = new HashMap<>();
        facts.put("pvz_id", parcel.pvzId());
        if (parcel.clientId() != null) {
            facts.put("client_id", parcel.clientId());
        }
        return facts;
    }
}
