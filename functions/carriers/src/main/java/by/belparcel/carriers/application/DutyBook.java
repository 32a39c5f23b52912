package by.belparcel.carriers.application;

import by.belparcel.carriers.model.Driver;
import by.belparcel.carriers.model.DutyRules;
import by.belparcel.carriers.model.Vehicle;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.Emitter;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.events.CarrierEvent;
import by.belparcel.events.VehicleSpec;
import by.belparcel.kernel.GeoPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The common way of all that a driver does: lock him, ask the rules, store the change with its events. */
public final class DutyBook {

    private final Drivers drivers;
    private final DutyRules rules;

    public DutyBook(Drivers drivers, DutyRules rules) {
        this.drivers = drivers;
        this.rules = rules;
    }

    Drivers drivers() {
        return drivers;
    }

    DutyRules rules() {
        return rules;
    }

    /** Runs a command of the carrier whose id the token carries. */
    <R> Mono<Outcome<R>> own(CommandContext context, Function<Driver, Mono<Outcome<R>>> command) {
        return Mono.justOrEmpty(CarrierClaim.of(context.principal()))
                .flatMap(id -> drivers.lock(context.tx(), id))
                .flatMap(command)
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("CARRIER"))));
    }

    /** Stores what a driver has become. Its events share the next version; a new availability is told with them. */
    Mono<Driver> store(
            Transaction tx, Emitter emitter, Driver before, Driver after, List<CarrierEvent> facts, Instant now) {
        return store(tx, emitter, before, after, facts, null, now);
    }

    /** @param told the place that he told just now: it is told on with his availability */
    Mono<Driver> store(
            Transaction tx,
            Emitter emitter,
            Driver before,
            Driver after,
            List<CarrierEvent> facts,
            @Nullable GeoPoint told,
            Instant now) {
        Driver next = after.next();
        List<CarrierEvent> all = new ArrayList<>(facts);
        if (told != null || before.availability() != after.availability()) {
            all.add(availability(after, told, now));
        }
        return drivers.save(tx, next).then(Mono.fromSupplier(() -> {
            all.forEach(fact -> emitter.emit(fact, next.version()));
            return next;
        }));
    }

    /** He is still there and as available as before: that is told again. */
    Mono<Driver> heard(Transaction tx, Emitter emitter, Driver driver, Instant now) {
        return store(tx, emitter, driver, driver, List.of(availability(driver, null, now)), now);
    }

    private static CarrierEvent availability(Driver driver, @Nullable GeoPoint told, Instant now) {
        return new CarrierEvent.AvailabilityChanged(
                driver.id(),
                driver.availability(),
                driver.since(),
                told == null ? null : told.lat(),
                told == null ? null : told.lng(),
                now.isBefore(driver.since()) ? driver.since() : now);
    }

    <R> Mono<Outcome<R>> refuse(Rejection rejection) {
        return Mono.just(Outcome.refused(rejection));
    }

    DutyView view(Driver driver, Instant now) {
        return DutyView.of(driver, rules, now);
    }

    static VehicleSpec spec(Vehicle v) {
        return new VehicleSpec(v.plate(), v.type().name(), v.payloadG(), v.volumeCm3(), v.slots());
    }
}
