package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.kernel.Money;
import by.belparcel.pickuppoints.application.ParcelChange;
import by.belparcel.pickuppoints.application.ParcelFacts;
import by.belparcel.pickuppoints.application.ParcelReply;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelSteps;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** {@code POST /pvz/v1/orders/{id}:extend}: the client or the worker puts the deadline off, for a fee per day. */
public final class ExtendStorageHandler implements CommandHandler<ExtendStorage, ParcelReply> {

    private final Counter counter;
    private final AtParcel at;

    public ExtendStorageHandler(Counter counter) {
        this.counter = counter;
        this.at = new AtParcel(counter.parcels());
    }

    @Override
    public Mono<Outcome<ParcelReply>> handle(ExtendStorage command, CommandContext context) {
        ParcelWork work = ParcelWork.of(context);
        return at.locked(
                context,
                parcel -> counter.terms().rules().extend(parcel, work.now()),
                parcel -> extend(parcel, command.days(), work));
    }

    private Mono<Outcome<ParcelReply>> extend(Parcel parcel, int days, ParcelWork work) {
        Parcel extended = ParcelSteps.extended(parcel, days, work.now());
        Instant until = Objects.requireNonNull(extended.storage().until());
        Money fee = Money.byn(counter.terms().feePerDay().amount() * days);
        return counter.parcels()
                .save(work, List.of(new ParcelChange(extended, "EXTENDED", "+" + days + " d until " + until)))
                .then(counter.timers().set(work.timers(), extended.pvzId(), until, work.now()))
                .then(Mono.fromSupplier(() -> {
                    ParcelFacts.storageExtended(work, extended, fee.amount() == 0 ? null : fee);
                    return Outcome.ok(ParcelReply.of(extended, work.now()), extended.version());
                }));
    }
}
