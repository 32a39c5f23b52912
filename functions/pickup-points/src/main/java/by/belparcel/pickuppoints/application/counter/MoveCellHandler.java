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

/** {@code POST /pvz/v1/orders/{id}:move}: only into a free cell. Where it lies already nothing happens. */
public final class MoveCellHandler implements CommandHandler<MoveCell, ParcelReply> {

    private final Counter counter;
    private final AtParcel at;

    public MoveCellHandler(Counter counter) {
        this.counter = counter;
        this.at = new AtParcel(counter.parcels());
    }

    @Override
    public Mono<Outcome<ParcelReply>> handle(MoveCell command, CommandContext context) {
        ParcelWork work = ParcelWork.of(context);
        return at.locked(
                context,
                parcel -> counter.terms().rules().move(parcel, work.now()),
                parcel -> command.cell().equals(parcel.storage().cell())
                        ? Mono.just(Outcome.ok(ParcelReply.of(parcel, work.now()), parcel.version()))
                        : free(parcel, command.cell(), work));
    }

    /** The point's lock keeps the cell free until it is taken. */
    private Mono<Outcome<ParcelReply>> free(Parcel parcel, String cell, ParcelWork work) {
        return counter.rooms()
                .lock(work.tx(), parcel.pvzId())
                .then(counter.cell(work, parcel.pvzId(), cell, parcel.goods().weightG()))
                .flatMap(place -> Outcomes.then(place, free -> move(parcel, cell, work)));
    }

    private Mono<Outcome<ParcelReply>> move(Parcel parcel, String cell, ParcelWork work) {
        String from = parcel.storage().cell();
        Parcel moved = ParcelSteps.moved(parcel, cell, work.now());
        return counter.parcels()
                .save(work, List.of(new ParcelChange(moved, "MOVED", from == null ? cell : from + " " + cell)))
                .then(Mono.fromSupplier(() -> {
                    ParcelFacts.movedCell(work, moved, from);
                    return Outcome.ok(ParcelReply.of(moved, work.now()), moved.version());
                }));
    }
}
