package by.belparcel.carriers.application;

import by.belparcel.carriers.model.Driver;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.Availability;
import java.util.List;
import reactor.core.publisher.Mono;

/** A vehicle that cannot go on counts as failed in its check: no new trip before the driver has checked it again. */
public final class FailVehicleOnBreakdownReported implements EventHandler<TripEvent.BreakdownReported> {

    private final DutyBook duty;

    public FailVehicleOnBreakdownReported(DutyBook duty) {
        this.duty = duty;
    }

    @Override
    public Mono<Handled> on(TripEvent.BreakdownReported event, EventContext context) {
        if (event.drivable()) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        return duty.drivers()
                .lock(context.tx(), event.carrierId())
                .filter(driver -> driver.isOnShift(context.now()))
                .filterWhen(driver -> duty.drivers()
                        .isCheckedAfter(context.tx(), driver.id(), event.at())
                        .map(checked -> !checked))
                .flatMap(driver -> fail(driver, context))
                .switchIfEmpty(Handled.ignored(Handled.Reason.STATE));
    }

    private Mono<Handled> fail(Driver driver, EventContext context) {
        Driver failed = driver.checked(false);
        Driver after = driver.availability() == Availability.ONLINE
                ? failed.available(Availability.BREAK, context.now())
                : failed;
        return duty.store(context.tx(), context, driver, after, List.of(), context.now())
                .then(Handled.applied());
    }
}
