package by.belparcel.carriers.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TrackingEvent;
import by.belparcel.kernel.SignalStatus;
import reactor.core.publisher.Mono;

/** The one who drives is not heard of. */
public final class NoteSignalOnSignalLost implements EventHandler<TrackingEvent.SignalLost> {

    private final SignalBook signals;

    public NoteSignalOnSignalLost(SignalBook signals) {
        this.signals = signals;
    }

    @Override
    public Mono<Handled> on(TrackingEvent.SignalLost event, EventContext context) {
        return signals.note(event.tripId(), SignalStatus.LOST, event.at(), context);
    }
}
