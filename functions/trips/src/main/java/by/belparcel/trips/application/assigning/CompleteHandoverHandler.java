package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.AssignmentState;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** {@code POST /carrier/trips/{id}/handover/complete}: everything moved = a new carrier; a part = a child trip. */
public final class CompleteHandoverHandler implements CommandHandler<CompleteHandover, HandoverView> {

    private final CarrierCommands commands;
    private final Handovers handovers;
    private final Takeover takeover;

    CompleteHandoverHandler(CarrierCommands commands, Handovers handovers, Takeover takeover) {
        this.commands = commands;
        this.handovers = handovers;
        this.takeover = takeover;
    }

    @Override
    public Mono<Outcome<HandoverView>> handle(CompleteHandover command, CommandContext context) {
        return commands.run(
                context,
                mine -> mine.mine().state() == AssignmentState.HANDOVER
                        ? complete(mine)
                        : Mono.just(Outcome.refused(Rejection.invalidState(
                                mine.mine().state().name(), List.of(AssignmentState.HANDOVER.name())))));
    }

    /** What left the vehicle otherwise since it was scanned is neither moved nor remaining. */
    private Mono<Outcome<HandoverView>> complete(CarrierCommands.Mine mine) {
        return handovers.boxes(mine.work().tx(), mine.mine().id()).flatMap(boxes -> {
            Set<String> scanned =
                    boxes.stream().map(box -> box.order().orderId()).collect(Collectors.toSet());
            List<String> cargo = Cargo.of(mine.held().trip()).stream()
                    .map(box -> box.order().orderId())
                    .toList();
            List<String> moved = cargo.stream().filter(scanned::contains).toList();
            List<String> remaining =
                    cargo.stream().filter(id -> !scanned.contains(id)).toList();
            if (moved.isEmpty()) {
                return Mono.just(Outcome.refused(
                        Rejection.rule("NOTHING_MOVED", "No box has been scanned: there is nothing to complete.")));
            }
            return (remaining.isEmpty() ? takeover.full(mine, moved) : takeover.partial(mine, moved, remaining))
                    .map(view -> Outcome.ok(view, view.version()));
        });
    }
}
