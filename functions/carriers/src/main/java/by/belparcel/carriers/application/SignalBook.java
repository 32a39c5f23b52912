package by.belparcel.carriers.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.kernel.SignalStatus;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** How well a driver is heard, as tracking says. It changes neither availability nor activity (D11) and is no event of ours. */
public final class SignalBook {

    private final TripBook trips;

    public SignalBook(TripBook trips) {
        this.trips = trips;
    }

    Mono<Handled> note(String tripId, SignalStatus signal, Instant at, EventContext context) {
        return trips.signal(context.tx(), tripId, signal.name(), at).map(TripDuty::handled);
    }
}
