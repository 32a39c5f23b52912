package by.belparcel.trips.application.driving;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.StopState;
import by.belparcel.kernel.StopType;
import by.belparcel.trips.application.TripView;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * {@code POST /carrier/trips/{id}/stops/{seq}/skip} and {@code /fail}. What was to be handed over there goes back to where the
 * trip began: the trip gets a RETURN stop, which itself can be neither skipped nor failed.
 */
public final class LeaveOutHandler implements CommandHandler<AtStop, TripView> {

    private final Calling calling;
    private final StopState end;

    private LeaveOutHandler(Calling calling, StopState end) {
        this.calling = calling;
        this.end = end;
    }

    public static LeaveOutHandler skip(Calling calling) {
        return new LeaveOutHandler(calling, StopState.SKIPPED);
    }

    public static LeaveOutHandler fail(Calling calling) {
        return new LeaveOutHandler(calling, StopState.FAILED);
    }

    @Override
    public Mono<Outcome<TripView>> handle(AtStop command, CommandContext context) {
        return calling.at(StopSeq.of(context.parameters()), command, context, end.name(), this::leaveOut);
    }

    private Optional<Rejection> leaveOut(Calling.Call call) {
        if (call.stop().state() == end) {
            return Optional.empty();
        }
        if (call.stop().finished()) {
            return Optional.of(Rejection.invalidState(call.stop().state().name(), List.of("PENDING", "ARRIVED")));
        }
        if (call.stop().type() == StopType.PICKUP || call.stop().type() == StopType.RETURN) {
            return Optional.of(Rejection.rule(
                    "STOP_REQUIRED", "A trip cannot do without this stop: report a breakdown or ask the operator."));
        }
        Finishing.finish(call, end);
        Finishing.bringBack(call);
        return Optional.empty();
    }
}
