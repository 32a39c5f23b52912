package by.belparcel.trips.application.driving;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.StopState;
import by.belparcel.kernel.StopType;
import by.belparcel.trips.application.TripView;
import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import reactor.core.publisher.Mono;

/**
 * {@code POST /carrier/trips/{id}/deliver}: batches leave the vehicle at a pick-up point, a hub, or where they came from. The stop
 * is done with its last batch, the trip with its last stop. Delivering what is delivered answers the same and changes nothing.
 */
public final class DeliverHandler implements CommandHandler<Deliver, TripView> {

    private final Calling calling;

    public DeliverHandler(Calling calling) {
        this.calling = calling;
    }

    @Override
    public Mono<Outcome<TripView>> handle(Deliver command, CommandContext context) {
        return calling.at(
                OptionalInt.of(command.stopSeq()), command.at(), context, "DELIVERED", DeliverHandler::deliver);
    }

    private static Optional<Rejection> deliver(Calling.Call call) {
        TripRecord trip = call.ride().trip();
        List<String> here = call.stop().batchIds();
        List<String> wanted =
                call.command().batchIds().isEmpty() ? here : call.command().batchIds();
        List<String> foreign =
                wanted.stream().filter(id -> trip.batch(id).isEmpty()).toList();
        if (!foreign.isEmpty()) {
            return Optional.of(Rejection.rule("BATCH_NOT_IN_TRIP", "A batch is not in this trip.")
                    .with("batches", foreign));
        }
        List<String> elsewhere =
                wanted.stream().filter(id -> !here.contains(id)).toList();
        if (!elsewhere.isEmpty() || call.stop().type() == StopType.PICKUP) {
            return Optional.of(Rejection.rule("WRONG_STOP", "A batch is not handed over at this stop.")
                    .with("batches", elsewhere));
        }
        List<TripBatch> leaving = trip.batches().stream()
                .filter(batch -> wanted.contains(batch.id()) && batch.onBoard())
                .toList();
        if (leaving.isEmpty()) {
            return Optional.empty();
        }
        if (call.stop().finished()) {
            return Optional.of(Rejection.invalidState(call.stop().state().name(), List.of("PENDING", "ARRIVED")));
        }
        ArriveHandler.arrived(call);
        Unloading.of(call).unload(leaving);
        boolean empty = here.stream()
                .flatMap(id -> call.ride().trip().batch(id).stream())
                .noneMatch(TripBatch::onBoard);
        if (empty) {
            Finishing.finish(call, StopState.DONE);
        }
        return Optional.empty();
    }
}
