package by.belparcel.carriers.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TrackingEvent;
import by.belparcel.kernel.SignalStatus;
import reactor.core.publisher.Mono;

/** The one who drives is heard of again. */
public final class NoteSignalOnSignalRecovered implements EventHandler<TrackingEvent.SignalRecovered> {

    private final SignalBook signals;

    public NoteSignalOnSignalRecovered(SignalBook signals) {
        this.signals = signals;
    }

    @Override
    public Mono<Handled> on(TrackingEvent.SignalRecovered event, EventContext context) {
        return signals.note(event.tripId(), SignalStatus.LIVE, event.at(), context);
    }
}
