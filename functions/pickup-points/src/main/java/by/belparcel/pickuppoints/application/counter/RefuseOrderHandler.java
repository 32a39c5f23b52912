package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.pickuppoints.application.ParcelChange;
import by.belparcel.pickuppoints.application.ParcelFacts;
import by.belparcel.pickuppoints.application.ParcelReply;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelSteps;
import java.util.List;
import reactor.core.publisher.Mono;

/** {@code POST /pvz/v1/orders/{id}:refuse}: the parcel stays at the point until the courier takes it. */
public final class RefuseOrderHandler implements CommandHandler<RefuseOrder, ParcelReply> {

    private final Counter counter;
    private final AtParcel at;

    public RefuseOrderHandler(Counter counter) {
        this.counter = counter;
        this.at = new AtParcel(counter.parcels());
    }

    @Override
    public Mono<Outcome<ParcelReply>> handle(RefuseOrder command, CommandContext context) {
        ParcelWork work = ParcelWork.of(context);
        return at.locked(context, parcel -> counter.terms().rules().refuse(parcel, work.now()), parcel -> {
            Parcel refused = ParcelSteps.refused(parcel, command.reason(), work.now());
            return counter.parcels()
                    .save(work, List.of(new ParcelChange(refused, "REFUSED", command.reason())))
                    .then(Mono.fromSupplier(() -> {
                        ParcelFacts.refused(work, refused);
                        return Outcome.ok(ParcelReply.of(refused, work.now()), refused.version());
                    }));
        });
    }
}
