package by.belparcel.carriers.application;

import by.belparcel.carriers.model.Driver;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.Availability;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * {@code PUT /carrier/availability}. Saying ONLINE again tells that he is still there, because one who is not heard of for an hour
 * is offered no trip; saying anything else again without a place changes nothing. A driver on the road who comes back from a break
 * is ON_TRIP again.
 */
public final class SetAvailabilityHandler implements CommandHandler<SetAvailability, DutyView> {

    private final DutyBook duty;

    public SetAvailabilityHandler(DutyBook duty) {
        this.duty = duty;
    }

    @Override
    public Mono<Outcome<DutyView>> handle(SetAvailability command, CommandContext context) {
        return duty.own(context, driver -> {
            Optional<Rejection> refusal =
                    duty.rules().availabilityRefusal(driver, command.availability(), context.now());
            return refusal.isPresent() ? duty.refuse(refusal.get()) : change(driver, command, context);
        });
    }

    private Mono<Outcome<DutyView>> change(Driver driver, SetAvailability command, CommandContext context) {
        Availability effective = driver.isDriving() && command.availability() == Availability.ONLINE
                ? Availability.ON_TRIP
                : command.availability();
        Driver after = driver.available(effective, context.now()).at(command.place(), context.now());
        Mono<Driver> stored = after.equals(driver)
                ? again(driver, command, context)
                : duty.store(context.tx(), context, driver, after, List.of(), command.place(), context.now());
        return stored.map(d -> Outcome.ok(duty.view(d, context.now()), d.version()));
    }

    private Mono<Driver> again(Driver driver, SetAvailability command, CommandContext context) {
        return command.availability() == Availability.ONLINE
                ? duty.heard(context.tx(), context, driver, context.now())
                : Mono.just(driver);
    }
}
