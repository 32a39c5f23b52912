package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.AssignmentEvent;
import by.belparcel.kernel.AssignmentState;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.application.Trips;
import by.belparcel.trips.model.TripRecord;
import by.belparcel.trips.model.assigning.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** {@code POST /carrier/trips/{id}/handover/scans}: the new carrier scans what it takes. A box that is scanned twice counts once. */
public final class ScanBoxesHandler implements CommandHandler<ScanBoxes, HandoverView> {

    private final CarrierCommands commands;
    private final Handovers handovers;
    private final Carriers carriers;
    private final AssignmentBook book;
    private final Trips trips;

    ScanBoxesHandler(
            CarrierCommands commands, Handovers handovers, Carriers carriers, AssignmentBook book, Trips trips) {
        this.commands = commands;
        this.handovers = handovers;
        this.carriers = carriers;
        this.book = book;
        this.trips = trips;
    }

    @Override
    public Mono<Outcome<HandoverView>> handle(ScanBoxes command, CommandContext context) {
        return commands.run(context, mine -> {
            if (mine.mine().state() != AssignmentState.HANDOVER) {
                return refused(
                        Rejection.invalidState(mine.mine().state().name(), List.of(AssignmentState.HANDOVER.name())));
            }
            List<Handovers.Box> cargo = Cargo.of(mine.held().trip());
            List<Handovers.Box> wanted = cargo.stream()
                    .filter(box -> box.order().orderId().equals(command.orderId())
                            || box.batchId().equals(command.batchId()))
                    .toList();
            return wanted.isEmpty()
                    ? refused(Rejection.rule("NOT_IN_TRIP", "This box is not on board of the trip."))
                    : scan(mine, cargo, wanted);
        });
    }

    private Mono<Outcome<HandoverView>> scan(
            CarrierCommands.Mine mine, List<Handovers.Box> cargo, List<Handovers.Box> wanted) {
        TripWork work = mine.work();
        return handovers.boxes(work.tx(), mine.mine().id()).flatMap(scanned -> {
            Set<String> known =
                    scanned.stream().map(box -> box.order().orderId()).collect(Collectors.toSet());
            List<Handovers.Box> added = wanted.stream()
                    .filter(box -> !known.contains(box.order().orderId()))
                    .toList();
            if (added.isEmpty()) {
                return Mono.just(Outcome.ok(view(mine.held().trip(), mine.mine(), cargo, scanned)));
            }
            List<Handovers.Box> all = new ArrayList<>(scanned);
            all.addAll(added);
            return carriers.one(work.tx(), mine.held().trip().id(), mine.mine().carrierId(), work.now())
                    .flatMap(carrier -> carrier.filter(c -> !fits(c.vehicle(), all))
                            .map(c -> refused(tooMuch(c.vehicle(), all)))
                            .orElseGet(() -> record(mine, cargo, added, all)));
        });
    }

    private Mono<Outcome<HandoverView>> record(
            CarrierCommands.Mine mine, List<Handovers.Box> cargo, List<Handovers.Box> added, List<Handovers.Box> all) {
        TripWork work = mine.work();
        TripRecord trip = mine.held().trip().touched();
        Mono<AssignmentRecord> accepted =
                mine.mine().confirmedAt() == null ? book.confirm(work, trip, mine.mine()) : Mono.just(mine.mine());
        return accepted.doOnNext(assignment -> added.forEach(box -> work.emitter()
                        .emit(
                                new AssignmentEvent.HandoverBoxMoved(
                                        trip.id(), box.order().orderId(), work.now()),
                                trip.version())))
                .flatMap(assignment -> handovers
                        .scan(work.tx(), assignment.id(), added, work.now())
                        .then(Mono.defer(() -> trips.save(work, trip, "BOXES_MOVED " + added.size())))
                        .map(after -> Outcome.ok(view(after, assignment, cargo, all), after.version())));
    }

    private static HandoverView view(
            TripRecord trip, AssignmentRecord assignment, List<Handovers.Box> cargo, List<Handovers.Box> scanned) {
        List<String> moved = scanned.stream().map(box -> box.order().orderId()).toList();
        List<String> remaining = cargo.stream()
                .map(box -> box.order().orderId())
                .filter(id -> !moved.contains(id))
                .toList();
        return new HandoverView(trip.id(), trip.version(), assignment.id(), moved, remaining, null, null);
    }

    private static boolean fits(Candidate.Vehicle vehicle, List<Handovers.Box> boxes) {
        return weight(boxes) <= vehicle.payloadG()
                && volume(boxes) <= vehicle.volumeCm3()
                && boxes.size() <= vehicle.slots();
    }

    private static Rejection tooMuch(Candidate.Vehicle vehicle, List<Handovers.Box> boxes) {
        return Rejection.rule("CAPACITY_EXCEEDED", "The vehicle is full.")
                .with("need", Map.of("weight_g", weight(boxes), "volume_cm3", volume(boxes), "slots", boxes.size()))
                .with(
                        "have",
                        Map.of(
                                "weight_g",
                                vehicle.payloadG(),
                                "volume_cm3",
                                vehicle.volumeCm3(),
                                "slots",
                                vehicle.slots()));
    }

    private static long weight(List<Handovers.Box> boxes) {
        return boxes.stream().mapToLong(box -> box.order().weightG()).sum();
    }

    private static long volume(List<Handovers.Box> boxes) {
        return boxes.stream().mapToLong(box -> box.order().volumeCm3()).sum();
    }

    private static Mono<Outcome<HandoverView>> refused(Rejection rejection) {
        return Mono.just(Outcome.refused(rejection));
    }
}
