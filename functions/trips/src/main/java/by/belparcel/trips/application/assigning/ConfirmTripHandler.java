package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.kernel.AssignmentState;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.application.Trips;
import by.belparcel.trips.model.TripRecord;
import reactor.core.publisher.Mono;

/** {@code POST /carrier/trips/{id}/confirm}. Confirming twice answers the same and changes nothing. */
public final class ConfirmTripHandler implements CommandHandler<ConfirmTrip, AssignmentView> {

    private final CarrierCommands commands;
    private final AssignmentBook book;
    private final Trips trips;

    ConfirmTripHandler(CarrierCommands commands, AssignmentBook book, Trips trips) {
        this.commands = commands;
        this.book = book;
        this.trips = trips;
    }

    @Override
    public Mono<Outcome<AssignmentView>> handle(ConfirmTrip command, CommandContext context) {
        return commands.run(context, mine -> decide(mine.work(), mine.held().trip(), mine.mine()));
    }

    private Mono<Outcome<AssignmentView>> decide(TripWork work, TripRecord trip, AssignmentRecord mine) {
        if (mine.state() == AssignmentState.CONFIRMED
                || (mine.state() == AssignmentState.HANDOVER && mine.confirmedAt() != null)) {
            return Mono.just(Outcome.ok(AssignmentView.of(trip, mine), trip.version()));
        }
        return Answers.refusal(mine, work.now())
                .<Mono<Outcome<AssignmentView>>>map(refusal -> Mono.just(Outcome.refused(refusal)))
                .orElseGet(() -> confirm(work, trip.touched(), mine));
    }

    private Mono<Outcome<AssignmentView>> confirm(TripWork work, TripRecord trip, AssignmentRecord offer) {
        return book.confirm(work, trip, offer)
                .flatMap(confirmed -> trips.save(work, trip, "CONFIRMED " + offer.carrierId())
                        .map(after -> Outcome.ok(AssignmentView.of(after, confirmed), after.version())));
    }
}
