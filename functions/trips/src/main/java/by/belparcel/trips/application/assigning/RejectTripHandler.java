package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.trips.model.assigning.AssignmentMove;
import reactor.core.publisher.Mono;

/** {@code POST /carrier/trips/{id}/reject}: the next candidate is asked in the same transaction (D9). */
public final class RejectTripHandler implements CommandHandler<RejectTrip, AssignmentView> {

    private final CarrierCommands commands;
    private final Replacing replacing;

    RejectTripHandler(CarrierCommands commands, Replacing replacing) {
        this.commands = commands;
        this.replacing = replacing;
    }

    @Override
    public Mono<Outcome<AssignmentView>> handle(RejectTrip command, CommandContext context) {
        return commands.run(
                context,
                mine -> Answers.refusal(mine.mine(), mine.work().now())
                        .<Mono<Outcome<AssignmentView>>>map(refusal -> Mono.just(Outcome.refused(refusal)))
                        .orElseGet(() -> reject(mine, command.reason())));
    }

    private Mono<Outcome<AssignmentView>> reject(CarrierCommands.Mine mine, String reason) {
        AssignmentRecord rejected = Endings.ended(mine.work(), mine.mine(), AssignmentMove.REJECT, reason);
        return replacing
                .next(mine.work(), mine.held().trip(), mine.mine(), AssignmentMove.REJECT, reason)
                .map(trip -> Outcome.ok(AssignmentView.of(trip, rejected), trip.version()));
    }
}
