package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import reactor.core.publisher.Mono;

/** A timer of silence is due: looks at the trip again, because the timer is only a hint. */
public final class LookOnTimerFired implements EventHandler<PlatformEvent.TimerFired> {

    private final SignalChanges signals;

    public LookOnTimerFired(SignalChanges signals) {
        this.signals = signals;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.TimerFired event, EventContext context) {
        return signals.look(event.subject(), context)
                .flatMap(looked -> looked ? Handled.applied() : Handled.ignored(Handled.Reason.STATE));
    }
}
