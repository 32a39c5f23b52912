package by.belparcel.trips.application.driving;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.BatchState;
import by.belparcel.kernel.StopState;
import by.belparcel.kernel.StopType;
import by.belparcel.trips.application.TripView;
import by.belparcel.trips.model.TripBatch;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * {@code POST /carrier/trips/{id}/stops/{seq}/complete}. A stop whose goods are still in the vehicle is not complete: they are
 * delivered first, or the stop fails.
 */
public final class CompleteStopHandler implements CommandHandler<AtStop, TripView> {

    private final Calling calling;

    public CompleteStopHandler(Calling calling) {
        this.calling = calling;
    }

    @Override
    public Mono<Outcome<TripView>> handle(AtStop command, CommandContext context) {
        return calling.at(StopSeq.of(context.parameters()), command, context, "DONE", CompleteStopHandler::complete);
    }

    private static Optional<Rejection> complete(Calling.Call call) {
        if (call.stop().state() == StopState.DONE) {
            return Optional.empty();
        }
        if (call.stop().finished()) {
            return Optional.of(Rejection.invalidState(call.stop().state().name(), List.of("PENDING", "ARRIVED")));
        }
        boolean pickup = call.stop().type() == StopType.PICKUP;
        List<String> left = call.stop().batchIds().stream()
                .flatMap(id -> call.ride().trip().batch(id).stream())
                .filter(batch -> pickup ? batch.state() == BatchState.PLANNED : batch.onBoard())
                .map(TripBatch::id)
                .toList();
        if (!left.isEmpty()) {
            return Optional.of((pickup
                            ? Rejection.rule("BATCH_NOT_SCANNED", "The batches of this stop were not picked up.")
                            : Rejection.rule("BATCH_NOT_DELIVERED", "Batches for this stop are still in the vehicle."))
                    .with("batches", left));
        }
        ArriveHandler.arrived(call);
        Finishing.finish(call, StopState.DONE);
        return Optional.empty();
    }
}
