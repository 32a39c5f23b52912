package by.belparcel.carriers.application;

import by.belparcel.carriers.model.Driver;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Ends a shift at its longest. The timer is a hint: a shift that was ended, or a later one, stays as it is (D20). */
public final class EndShiftOnShiftOver implements EventHandler<PlatformEvent.TimerFired> {

    private final DutyBook duty;
    private final ShiftEnding ending;

    public EndShiftOnShiftOver(DutyBook duty, ShiftEnding ending) {
        this.duty = duty;
        this.ending = ending;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.TimerFired event, EventContext context) {
        return duty.drivers()
                .lock(context.tx(), event.subject())
                .filter(driver -> ShiftEnding.isOver(driver, context.now()))
                .flatMap(driver -> end(driver, context))
                .switchIfEmpty(Handled.ignored(Handled.Reason.STATE));
    }

    private Mono<Handled> end(Driver driver, EventContext context) {
        return ending.end(
                        context.tx(),
                        context,
                        driver,
                        Objects.requireNonNull(driver.shift()).endsBy(),
                        context.now())
                .then(Handled.applied());
    }
}
