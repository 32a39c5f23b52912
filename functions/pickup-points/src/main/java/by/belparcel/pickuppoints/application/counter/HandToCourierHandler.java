package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.kernel.ReturnCause;
import by.belparcel.pickuppoints.application.ParcelChange;
import by.belparcel.pickuppoints.application.ParcelFacts;
import by.belparcel.pickuppoints.application.ParcelReply;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelSteps;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** {@code POST /pvz/v1/orders/{id}:return-to-courier}: nobody wants the parcel; its row stays for good. */
public final class HandToCourierHandler implements CommandHandler<HandToCourier, ParcelReply> {

    private final Counter counter;
    private final AtParcel at;

    public HandToCourierHandler(Counter counter) {
        this.counter = counter;
        this.at = new AtParcel(counter.parcels());
    }

    @Override
    public Mono<Outcome<ParcelReply>> handle(HandToCourier command, CommandContext context) {
        ParcelWork work = ParcelWork.of(context);
        return at.locked(
                context,
                parcel -> counter.terms().rules().handToCourier(parcel, work.now()),
                parcel -> handOver(parcel, command, work));
    }

    private Mono<Outcome<ParcelReply>> handOver(Parcel parcel, HandToCourier command, ParcelWork work) {
        ReturnCause cause = cause(parcel, work.now());
        Parcel gone = ParcelSteps.handedToCourier(parcel, work.now());
        return counter.parcels()
                .save(work, List.of(new ParcelChange(gone, "RETURNED_TO_COURIER", detail(cause, command))))
                .then(counter.moved(work, parcel.pvzId(), -1))
                .doOnNext(room -> counter.meter().count("belparcel_orders_to_courier_total", "pvz", room.code()))
                .then(Mono.fromSupplier(() -> {
                    ParcelFacts.returnedToCourier(work, gone, cause, command.courierRef());
                    return Outcome.ok(ParcelReply.of(gone, work.now()), gone.version());
                }));
    }

    private static String detail(ReturnCause cause, HandToCourier command) {
        return command.courierRef() == null ? cause.name() : cause.name() + "; COURIER " + command.courierRef();
    }

    private static ReturnCause cause(Parcel parcel, Instant now) {
        return switch (parcel.stateAt(now)) {
            case REFUSED -> ReturnCause.REFUSED;
            case RETURNED_BY_CLIENT -> ReturnCause.CLIENT_RETURN;
            default -> ReturnCause.EXPIRED;
        };
    }
}
