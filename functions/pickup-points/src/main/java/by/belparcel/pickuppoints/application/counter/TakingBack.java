package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.PvzOrderState;
import by.belparcel.pickuppoints.application.ParcelChange;
import by.belparcel.pickuppoints.application.ParcelFacts;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelSteps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** From the client back to the point (domain pickup-points.md 2.3, rule 3). */
final class TakingBack implements Handover {

    private final ProcessOrders command;
    private final Counter counter;
    private final String pvzId;

    TakingBack(ProcessOrders command, Counter counter, String pvzId) {
        this.command = command;
        this.counter = counter;
        this.pvzId = pvzId;
    }

    @Override
    public Optional<Rejection> refusal(Parcel parcel, Instant now) {
        if (parcel.clientId() == null || !parcel.clientId().equals(command.userId())) {
            return Optional.of(Rejection.notFound("ORDER"));
        }
        if (!parcel.pvzId().equals(pvzId) && !counter.terms().returnAnyPvz()) {
            return Optional.of(Arriving.wrongPoint());
        }
        return counter.terms().rules().takeBack(parcel, now);
    }

    @Override
    public Mono<Void> carryOut(List<Parcel> parcels, ParcelWork work) {
        if (parcels.isEmpty()) {
            return Mono.empty();
        }
        List<Parcel> back = parcels.stream()
                .map(parcel -> ParcelSteps.takenBack(parcel, pvzId, command.reason(), work.now()))
                .toList();
        return counter.parcels()
                .save(
                        work,
                        back.stream()
                                .map(parcel -> new ParcelChange(parcel, "RETURNED_BY_CLIENT", command.reason()))
                                .toList())
                .then(counter.moved(work, pvzId, back.size()))
                .then(Mono.fromRunnable(() -> back.forEach(parcel -> ParcelFacts.returnedByClient(work, parcel))));
    }

    @Override
    public PvzOrderState result() {
        return PvzOrderState.RETURNED_BY_CLIENT;
    }
}
