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

/** From the point to the client. */
final class Issuing implements Handover {

    private final ProcessOrders command;
    private final Counter counter;
    private final Proofs proofs;
    private final String pvzId;

    Issuing(ProcessOrders command, Counter counter, Proofs proofs, String pvzId) {
        this.command = command;
        this.counter = counter;
        this.proofs = proofs;
        this.pvzId = pvzId;
    }

    @Override
    public Optional<Rejection> refusal(Parcel parcel, Instant now) {
        if (!parcel.pvzId().equals(pvzId)) {
            return Optional.of(Arriving.wrongPoint());
        }
        return counter.terms().rules().issue(parcel, now).or(() -> proofs.missing(parcel));
    }

    @Override
    public Mono<Void> carryOut(List<Parcel> parcels, ParcelWork work) {
        if (parcels.isEmpty()) {
            return Mono.empty();
        }
        String detail = command.shown();
        List<Parcel> issued = parcels.stream()
                .map(parcel -> ParcelSteps.issued(client(parcel), work.now()))
                .toList();
        return counter.parcels()
                .save(
                        work,
                        issued.stream()
                                .map(parcel -> new ParcelChange(parcel, "ISSUED", detail))
                                .toList())
                .then(counter.moved(work, pvzId, -issued.size()))
                .then(Mono.fromRunnable(() -> issued.forEach(parcel -> ParcelFacts.issued(
                        work,
                        parcel,
                        proofs.shown(parcel),
                        proofs.verificationId(parcel).orElse(null)))));
    }

    /** Who takes a parcel of an unknown client is the one who may bring it back. */
    private Parcel client(Parcel parcel) {
        return parcel.clientId() == null ? parcel.forClient(command.userId()) : parcel;
    }

    @Override
    public PvzOrderState result() {
        return PvzOrderState.ISSUED;
    }
}
