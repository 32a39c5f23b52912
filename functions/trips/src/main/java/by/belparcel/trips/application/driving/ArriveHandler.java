package by.belparcel.trips.application.driving;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.StopState;
import by.belparcel.trips.application.TripView;
import by.belparcel.trips.model.Stop;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code POST /carrier/trips/{id}/stops/{seq}/arrive}. Arriving twice changes nothing. */
public final class ArriveHandler implements CommandHandler<AtStop, TripView> {

    private final Calling calling;

    public ArriveHandler(Calling calling) {
        this.calling = calling;
    }

    @Override
    public Mono<Outcome<TripView>> handle(AtStop command, CommandContext context) {
        return calling.at(StopSeq.of(context.parameters()), command, context, "ARRIVED", ArriveHandler::arrive);
    }

    private static Optional<Rejection> arrive(Calling.Call call) {
        if (call.stop().state() == StopState.ARRIVED) {
            return Optional.empty();
        }
        if (call.stop().finished()) {
            return Optional.of(Rejection.invalidState(call.stop().state().name(), List.of("PENDING")));
        }
        arrived(call);
        return Optional.empty();
    }

    /** Marks and tells the arrival if it was not told before. */
    static void arrived(Calling.Call call) {
        Stop stop = call.stop();
        if (stop.state() != StopState.PENDING) {
            return;
        }
        Ride ride = call.ride();
        ride.callAt(stop.seq(), "DRIVER_ORDER");
        ride.stop(stop.seq(), one -> one.arrived(call.time().at()));
        ride.emit(new TripEvent.StopArrived(
                ride.trip().id(),
                stop.seq(),
                stop.placeId(),
                call.time().at(),
                call.command().lat(),
                call.command().lng(),
                call.flags(),
                ride.work().now()));
    }
}
