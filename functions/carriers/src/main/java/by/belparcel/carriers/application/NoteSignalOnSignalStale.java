package by.belparcel.carriers.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TrackingEvent;
import by.belparcel.kernel.SignalStatus;
import reactor.core.publisher.Mono;

/** The positions of the one who drives are old. */
public final class NoteSignalOnSignalStale implements EventHandler<TrackingEvent.SignalStale> {

    private final SignalBook signals;

    public NoteSignalOnSignalStale(SignalBook signals) {
        this.signals = signals;
    }

    @Override
    public Mono<Handled> on(TrackingEvent.SignalStale event, EventContext context) {
        return signals.note(event.tripId(), SignalStatus.STALE, event.at(), context);
    }
}
