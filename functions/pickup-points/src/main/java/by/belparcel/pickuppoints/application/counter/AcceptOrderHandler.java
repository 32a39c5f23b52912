package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.pickuppoints.application.ParcelChange;
import by.belparcel.pickuppoints.application.ParcelFacts;
import by.belparcel.pickuppoints.application.ParcelReply;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.application.PointScope;
import by.belparcel.pickuppoints.model.Goods;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelSteps;
import by.belparcel.pickuppoints.model.PointStatus;
import by.belparcel.pickuppoints.model.Room;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code POST /pvz/v1/orders:accept}: the point takes one parcel from a courier. */
public final class AcceptOrderHandler implements CommandHandler<AcceptOrder, ParcelReply> {

    private final Counter counter;
    private final Acceptance acceptance;
    private final Arriving arriving;

    public AcceptOrderHandler(Counter counter) {
        this.counter = counter;
        this.acceptance = new Acceptance(counter.terms());
        this.arriving = new Arriving(counter.parcels(), counter.orders(), acceptance, counter.terms());
    }

    @Override
    public Mono<Outcome<ParcelReply>> handle(AcceptOrder command, CommandContext context) {
        ParcelWork work = ParcelWork.of(context);
        Optional<Rejection> refusal = acceptance.refusal(command, work.now());
        if (refusal.isPresent()) {
            return Mono.just(Outcome.refused(refusal.get()));
        }
        return PointScope.at(
                context,
                command.pvzId(),
                pvz -> arriving.find(command, pvz, work)
                        .flatMap(parcel -> Outcomes.then(parcel, p -> wrap(command, p, pvz, work))));
    }

    private Mono<Outcome<ParcelReply>> wrap(AcceptOrder command, Parcel parcel, String pvz, ParcelWork work) {
        return Outcomes.then(
                acceptance.goods(command, parcel.goods()),
                goods -> counter.rooms()
                        .lock(work.tx(), pvz)
                        .flatMap(room -> admit(command, parcel, goods, room, work))
                        .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("PVZ")))));
    }

    private Mono<Outcome<ParcelReply>> admit(
            AcceptOrder command, Parcel parcel, Goods goods, Room room, ParcelWork work) {
        if (room.status() == PointStatus.CLOSED) {
            return Mono.just(Outcome.refused(Rejection.invalidState("CLOSED", List.of("OPEN", "SUSPENDED"))));
        }
        if (!room.holds(1, counter.terms().courierPercent())) {
            return Mono.just(Outcome.refused(full(room)));
        }
        return counter.cell(work, room.pvzId(), command.cell(), goods.weightG())
                .flatMap(cell -> Outcomes.then(cell, place -> {
                    Instant until = acceptance.until(command, work.now());
                    Parcel accepted =
                            ParcelSteps.accepted(client(parcel, command), goods, place.orElse(null), until, work.now());
                    return keep(accepted, room, work);
                }));
    }

    private Mono<Outcome<ParcelReply>> keep(Parcel parcel, Room room, ParcelWork work) {
        return written(parcel, work)
                .flatMap(written -> written
                        ? counter.stock()
                                .change(work, room, 1)
                                .then(counter.timers()
                                        .set(
                                                work.timers(),
                                                parcel.pvzId(),
                                                Objects.requireNonNull(
                                                        parcel.storage().until()),
                                                work.now()))
                                .then(Mono.fromSupplier(() -> {
                                    ParcelFacts.accepted(work, parcel);
                                    return Outcome.ok(ParcelReply.of(parcel, work.now()), parcel.version());
                                }))
                        : Mono.just(Outcome.refused(Arriving.exists())));
    }

    /** False when somebody accepted the same one meanwhile. */
    private Mono<Boolean> written(Parcel parcel, ParcelWork work) {
        List<ParcelChange> change = List.of(ParcelChange.of(parcel, "ACCEPTED"));
        return parcel.version() == 1
                ? counter.parcels().insert(work, change).map(ids -> !ids.isEmpty())
                : counter.parcels().save(work, change).thenReturn(true);
    }

    /** Whom the parcel is known to be for stays: the request does not give it to somebody else. */
    private static Parcel client(Parcel parcel, AcceptOrder command) {
        return parcel.clientId() == null ? parcel.forClient(command.userId()) : parcel;
    }

    private static Rejection full(Room room) {
        return Rejection.rule(
                        "PVZ_CAPACITY_EXCEEDED",
                        "The pick-up point is full: " + room.stock() + " of " + room.capacity() + " places are taken.")
                .with("used", room.stock())
                .with("capacity", room.capacity());
    }
}
