package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.assigning.Candidate;
import by.belparcel.trips.model.assigning.Exclusion;
import by.belparcel.trips.model.assigning.Need;
import by.belparcel.trips.model.assigning.Ranker;
import by.belparcel.trips.model.assigning.Ranking;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Whether exactly this carrier may have the trip: asked once when the operator commands it and once more when it is done. */
final class ReassignChecks {

    private static final List<String> REASSIGNABLE =
            List.of(TripState.PLANNED.name(), TripState.ASSIGNED.name(), TripState.IN_TRANSIT.name());

    private final Carriers carriers;
    private final AssigningSettings settings;
    private final Needs needs;

    ReassignChecks(Carriers carriers, AssigningSettings settings) {
        this.carriers = carriers;
        this.settings = settings;
        this.needs = new Needs(settings);
    }

    /** The first reason against it with what an operator needs to know, or the carrier with its points. */
    sealed interface Verdict {
        record No(Rejection rejection) implements Verdict {}

        record Yes(Seek seek, CarrierChoice.Choice choice) implements Verdict {}
    }

    static Optional<Rejection> state(TripLocks.Held held) {
        return held.trip().ended()
                ? Optional.of(Rejection.invalidState(held.trip().state().name(), REASSIGNABLE))
                : Optional.empty();
    }

    Mono<Verdict> check(TripWork work, TripLocks.Held held, Reassignments.Request request) {
        Optional<Rejection> state = state(held);
        if (state.isPresent()) {
            return Mono.just(new Verdict.No(state.get()));
        }
        AssignmentRecord handover = held.handover();
        if (request.carrierId().equals(held.trip().carrierId())
                || (handover != null && request.carrierId().equals(handover.carrierId()))) {
            return Mono.just(no("SAME_CARRIER", "The trip has this carrier already."));
        }
        return carriers.one(work.tx(), held.trip().id(), request.carrierId(), work.now())
                .flatMap(found -> found.map(carrier -> check(work, held, request, carrier))
                        .orElseGet(() -> Mono.just(new Verdict.No(Rejection.notFound("CARRIER")))));
    }

    private Mono<Verdict> check(TripWork work, TripLocks.Held held, Reassignments.Request request, Candidate carrier) {
        Seek seek = Seek.of(
                        AssignmentTrigger.MANUAL, request.reason(), held.trip().carrierId())
                .at(request.place());
        Need need = needs.of(held.trip(), seek, work.now());
        Ranking plain = Ranker.rank(need, List.of(carrier), work.now(), settings.ranking());
        List<Exclusion> against = plain.excluded().isEmpty()
                ? List.of()
                : plain.excluded().getFirst().reasons().stream()
                        .filter(reason -> !request.override().contains(reason))
                        .toList();
        Optional<Exclusion> hard =
                against.stream().filter(reason -> !reason.isSoft()).findFirst();
        if (hard.isPresent()) {
            return refuse(work, hard.get(), carrier, need);
        }
        if (held.trip().state() == TripState.IN_TRANSIT && request.place() == null) {
            return Mono.just(no("HANDOVER_REQUIRED", "The trip is on the road: say where the goods change vehicles."));
        }
        if (!against.isEmpty()) {
            return refuse(work, against.getFirst(), carrier, need);
        }
        CarrierChoice.Choice choice =
                new CarrierChoice.Choice(need, plain, List.of(carrier), Optional.of(carrier.carrierId()));
        return Mono.just(new Verdict.Yes(seek, choice));
    }

    private Mono<Verdict> refuse(TripWork work, Exclusion reason, Candidate carrier, Need need) {
        return switch (reason) {
            case INACTIVE, DEACTIVATED ->
                Mono.just(no("CARRIER_INACTIVE", "The carrier was stopped by an administrator."));
            case ALREADY_ASSIGNED ->
                carriers.busyWith(work.tx(), carrier.carrierId())
                        .map(number -> new Verdict.No(Rejection.rule("CARRIER_BUSY", "The carrier has another trip.")
                                .with("trip_number", number.orElse(""))));
            case CAPACITY_WEIGHT, CAPACITY_VOLUME ->
                Mono.just(new Verdict.No(Rejection.rule("CAPACITY_EXCEEDED", "The load does not fit into the vehicle.")
                        .with("need", sum(need.weightG(), need.volumeCm3(), need.slots()))
                        .with("have", capacity(carrier.vehicle()))));
            default ->
                Mono.just(
                        new Verdict.No(Rejection.rule(reason.name(), "The carrier is excluded: " + reason.name() + ".")
                                .with("overridable", reason.isSoft())));
        };
    }

    private static Map<String, Object> capacity(Candidate.Vehicle vehicle) {
        return sum(vehicle.payloadG(), vehicle.volumeCm3(), vehicle.slots());
    }

    private static Map<String, Object> sum(long weightG, long volumeCm3, int slots) {
        return Map.of("weight_g", weightG, "volume_cm3", volumeCm3, "slots", slots);
    }

    private static Verdict no(String code, String detail) {
        return new Verdict.No(Rejection.rule(code, detail));
    }
}
