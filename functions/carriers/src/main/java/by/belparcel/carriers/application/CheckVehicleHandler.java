package by.belparcel.carriers.application;

import by.belparcel.carriers.model.CheckItem;
import by.belparcel.carriers.model.CheckResult;
import by.belparcel.carriers.model.Driver;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.CarrierEvent;
import by.belparcel.kernel.Availability;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import reactor.core.publisher.Mono;

/** {@code POST /carrier/vehicle-checks}. A failed one sends a driver who is online into a break. */
public final class CheckVehicleHandler implements CommandHandler<CheckVehicle, DutyView> {

    private final DutyBook duty;

    public CheckVehicleHandler(DutyBook duty) {
        this.duty = duty;
    }

    @Override
    public Mono<Outcome<DutyView>> handle(CheckVehicle command, CommandContext context) {
        return duty.own(context, driver -> {
            Optional<Rejection> refusal = duty.rules().checkRefusal(driver, context.now());
            return refusal.isPresent() ? duty.refuse(refusal.get()) : store(driver, command, context);
        });
    }

    private Mono<Outcome<DutyView>> store(Driver driver, CheckVehicle command, CommandContext context) {
        boolean passed = duty.rules().passes(command.items());
        Driver checked = driver.checked(passed);
        Driver after = !passed && driver.availability() == Availability.ONLINE
                ? checked.available(Availability.BREAK, context.now())
                : checked;
        Drivers.Check check = new Drivers.Check(
                context.newId(),
                driver.id(),
                Objects.requireNonNull(driver.shift()).id(),
                command.items(),
                passed,
                command.attachmentIds(),
                context.now());
        CarrierEvent fact = new CarrierEvent.VehicleChecked(
                driver.id(), wire(command.items()), passed, command.attachmentIds(), context.now());
        return duty.drivers()
                .addCheck(context.tx(), check)
                .then(duty.store(context.tx(), context, driver, after, List.of(fact), context.now()))
                .map(stored -> Outcome.created(duty.view(stored, context.now()), "/carrier/me", stored.version()));
    }

    private static Map<String, String> wire(Map<CheckItem, CheckResult> items) {
        Map<String, String> wire = new TreeMap<>();
        items.forEach((item, result) -> wire.put(item.field(), result.name()));
        return wire;
    }
}
