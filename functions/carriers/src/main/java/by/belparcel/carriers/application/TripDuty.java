package by.belparcel.carriers.application;

import by.belparcel.carriers.application.TripBook.Hold;
import by.belparcel.carriers.application.TripBook.Holder;
import by.belparcel.carriers.model.Driver;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.kernel.Availability;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * What trips do to their carriers: the projection of who has which trip, and ON_TRIP while one is on the road. Facts of a trip come
 * by several triggers, so in any order: for each carrier and trip the highest sequence wins, and among facts of one sequence the
 * later stage. The carrier is locked first, so an assignment and a deactivation see each other.
 */
public final class TripDuty {

    private final DutyBook duty;
    private final TripBook trips;

    public TripDuty(DutyBook duty, TripBook trips) {
        this.duty = duty;
        this.trips = trips;
    }

    /** The trip is offered or given to the carrier. */
    Mono<Handled> assigned(String tripId, String carrierId, Instant at, EventContext context) {
        return duty.drivers()
                .lock(context.tx(), carrierId)
                .flatMap(driver -> put(tripId, driver, Hold.ASSIGNED, at, context))
                .map(TripDuty::handled)
                .switchIfEmpty(Handled.ignored(Handled.Reason.STATE));
    }

    /** The carrier is on the road with the trip. */
    Mono<Handled> started(String tripId, String carrierId, Instant at, EventContext context) {
        return duty.drivers()
                .lock(context.tx(), carrierId)
                .flatMap(driver -> put(tripId, driver, Hold.DRIVING, at, context)
                        .delayUntil(newer -> newer ? drive(driver, at, context) : Mono.empty()))
                .map(TripDuty::handled)
                .switchIfEmpty(Handled.ignored(Handled.Reason.STATE));
    }

    /** The carrier has nothing to do with the trip any more. */
    Mono<Handled> ended(String tripId, String carrierId, Instant at, EventContext context) {
        return duty.drivers()
                .lock(context.tx(), carrierId)
                .flatMap(driver -> put(tripId, driver, Hold.ENDED, at, context)
                        .delayUntil(newer -> newer ? park(tripId, driver, at, context) : Mono.empty()))
                .map(TripDuty::handled)
                .switchIfEmpty(Handled.ignored(Handled.Reason.STATE));
    }

    Mono<List<Holder>> holders(String tripId, EventContext context) {
        return trips.holders(context.tx(), tripId, context.event().sequence());
    }

    private Mono<Boolean> put(String tripId, Driver driver, Hold hold, Instant at, EventContext context) {
        long sequence = context.event().sequence();
        return trips.put(context.tx(), tripId, driver.id(), hold, sequence, at);
    }

    private Mono<Driver> drive(Driver driver, Instant at, EventContext context) {
        Driver after = driver.driving(at).available(Availability.ON_TRIP, context.now());
        return after.equals(driver)
                ? Mono.just(driver)
                : duty.store(context.tx(), context, driver, after, List.of(), context.now());
    }

    private Mono<Driver> park(String tripId, Driver driver, Instant at, EventContext context) {
        if (!driver.isDriving()) {
            return Mono.just(driver);
        }
        return trips.drivesBeside(context.tx(), driver.id(), tripId)
                .flatMap(another -> another
                        ? Mono.just(driver)
                        : duty.store(
                                context.tx(),
                                context,
                                driver,
                                parked(driver, at, context.now()),
                                List.of(),
                                context.now()));
    }

    /** Back to work; one who made a break keeps it, one whose shift is over or who was deactivated does not come back. */
    private Driver parked(Driver driver, Instant at, Instant now) {
        Driver parked = driver.parked(at);
        if (!driver.isOnShift(now)) {
            return parked.available(Availability.OFFLINE, now);
        }
        if (driver.availability() != Availability.ON_TRIP) {
            return parked;
        }
        boolean fit = duty.rules()
                .availabilityRefusal(parked, Availability.ONLINE, now)
                .isEmpty();
        return parked.available(fit ? Availability.ONLINE : Availability.BREAK, now);
    }

    static Handled handled(boolean newer) {
        return newer ? new Handled.Applied() : new Handled.Ignored(Handled.Reason.STALE);
    }
}
