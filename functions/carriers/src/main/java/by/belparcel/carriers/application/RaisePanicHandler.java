package by.belparcel.carriers.application;

import by.belparcel.carriers.model.Driver;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.CarrierEvent;
import by.belparcel.kernel.GeoPoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * {@code POST /carrier/panic}. Nothing but a trip of somebody else keeps a call for help back: neither a missing shift nor a
 * deactivation, nor a trip that is not known here yet. Without a trip it is about the one he drives.
 */
public final class RaisePanicHandler implements CommandHandler<RaisePanic, RaisePanicHandler.Raised> {

    private final DutyBook duty;
    private final TripBook trips;

    public RaisePanicHandler(DutyBook duty, TripBook trips) {
        this.duty = duty;
        this.trips = trips;
    }

    /** The call is on its way. */
    public record Raised(
            String id, String carrierId, @Nullable String tripId, Instant at) {}

    @Override
    public Mono<Outcome<Raised>> handle(RaisePanic command, CommandContext context) {
        return duty.own(context, driver -> {
            String trip = command.tripId();
            return trip == null
                    ? trips.drivenBy(context.tx(), driver.id())
                            .map(Optional::of)
                            .defaultIfEmpty(Optional.empty())
                            .flatMap(driven -> raise(driver, driven.orElse(null), command.place(), context))
                    : trips.isOfOthers(context.tx(), trip, driver.id())
                            .flatMap(foreign -> foreign
                                    ? duty.refuse(Rejection.notFound("TRIP"))
                                    : raise(driver, trip, command.place(), context));
        });
    }

    private Mono<Outcome<Raised>> raise(
            Driver driver, @Nullable String trip, @Nullable GeoPoint place, CommandContext context) {
        Drivers.Panic panic = new Drivers.Panic(context.newId(), driver.id(), trip, place, context.now());
        CarrierEvent fact = new CarrierEvent.PanicRaised(
                driver.id(),
                trip,
                place == null ? null : place.lat(),
                place == null ? null : place.lng(),
                context.now());
        return duty.drivers()
                .addPanic(context.tx(), panic)
                .then(duty.store(
                        context.tx(), context, driver, driver.at(place, context.now()), List.of(fact), context.now()))
                .map(stored -> Outcome.created(
                        new Raised(panic.id(), driver.id(), trip, context.now()), "/carrier/me", stored.version()));
    }
}
