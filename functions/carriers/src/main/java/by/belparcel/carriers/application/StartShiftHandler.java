package by.belparcel.carriers.application;

import by.belparcel.carriers.model.Driver;
import by.belparcel.carriers.model.Shift;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.CarrierEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code POST /carrier/shifts}. The end that the rules set comes by a durable timer. */
public final class StartShiftHandler implements CommandHandler<StartShift, DutyView> {

    private final DutyBook duty;
    private final ShiftEnding ending;

    public StartShiftHandler(DutyBook duty, ShiftEnding ending) {
        this.duty = duty;
        this.ending = ending;
    }

    public static CommandReader<StartShift> reader() {
        return (body, parameters) -> new StartShift(PositionReader.read(body));
    }

    @Override
    public Mono<Outcome<DutyView>> handle(StartShift command, CommandContext context) {
        return duty.own(context, driver -> {
            Optional<Rejection> refusal = duty.rules().startRefusal(driver, context.now());
            return refusal.isPresent()
                    ? duty.refuse(refusal.get())
                    : ending.overdue(context.tx(), context, driver, context.now())
                            .flatMap(rested -> start(rested, command, context));
        });
    }

    private Mono<Outcome<DutyView>> start(Driver driver, StartShift command, CommandContext context) {
        Instant now = context.now();
        Instant endsBy = now.plus(duty.rules().maxShift());
        Shift shift = new Shift(context.newId(), now, endsBy, null, 0, null);
        Driver started = driver.onShift(shift).at(command.place(), now);
        CarrierEvent fact = new CarrierEvent.ShiftStarted(driver.id(), DutyBook.spec(driver.vehicle()), endsBy, now);
        return duty.store(context.tx(), context, driver, started, List.of(fact), command.place(), now)
                .delayUntil(stored -> context.timers()
                        .set(
                                ShiftEnding.TIMER,
                                driver.id(),
                                shift.id(),
                                duty.rules().maxShift()))
                .map(stored -> Outcome.created(duty.view(stored, now), "/carrier/me", stored.version()));
    }
}
