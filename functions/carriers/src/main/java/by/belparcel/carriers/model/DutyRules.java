package by.belparcel.carriers.model;

import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.Availability;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a driver may do when (domain delivery.md section 2).
 *
 * @param mandatory an issue with one of these keeps a vehicle off the road
 */
public record DutyRules(Duration maxShift, Duration maxDriving, Duration rest, Set<CheckItem> mandatory) {

    private static final String OFF_SHIFT = "OFF_SHIFT";
    private static final String ON_SHIFT = "ON_SHIFT";

    public DutyRules {
        mandatory = Set.copyOf(mandatory);
    }

    public Optional<Rejection> startRefusal(Driver driver, Instant now) {
        if (!driver.active()) {
            return Optional.of(inactive());
        }
        if (driver.isOnShift(now)) {
            return Optional.of(Rejection.invalidState(ON_SHIFT, List.of(OFF_SHIFT)));
        }
        return restRefusal(driver, now);
    }

    public Optional<Rejection> endRefusal(Driver driver) {
        Shift shift = driver.shift();
        if (shift == null || shift.endedAt() != null) {
            return Optional.of(Rejection.invalidState(OFF_SHIFT, List.of(ON_SHIFT)));
        }
        return driver.isDriving() ? Optional.of(tripInProgress()) : Optional.empty();
    }

    /** A check belongs to a shift. */
    public Optional<Rejection> checkRefusal(Driver driver, Instant now) {
        return driver.isOnShift(now)
                ? Optional.empty()
                : Optional.of(Rejection.invalidState(OFF_SHIFT, List.of(ON_SHIFT)));
    }

    public boolean passes(Map<CheckItem, CheckResult> found) {
        return mandatory.stream().allMatch(item -> found.get(item) == CheckResult.OK);
    }

    public Optional<Rejection> availabilityRefusal(Driver driver, Availability wanted, Instant now) {
        return switch (wanted) {
            case OFFLINE -> driver.isDriving() ? Optional.of(tripInProgress()) : Optional.empty();
            case BREAK -> driver.isDriving() ? Optional.empty() : checkRefusal(driver, now);
            case ONLINE -> onlineRefusal(driver, now);
            case ON_TRIP -> throw new IllegalArgumentException("ON_TRIP follows from a trip, nobody asks for it");
        };
    }

    /** When the rest after the last shift is over, empty when it is. */
    public Optional<Instant> restUntil(Driver driver, Instant now) {
        return Optional.ofNullable(driver.shift())
                .filter(shift -> !shift.isRunning(now))
                .map(shift -> shift.end().plus(rest))
                .filter(until -> until.isAfter(now));
    }

    private Optional<Rejection> onlineRefusal(Driver driver, Instant now) {
        if (!driver.active()) {
            return Optional.of(inactive());
        }
        Shift shift = driver.shift();
        if (shift == null || !shift.isRunning(now)) {
            return restRefusal(driver, now).or(() -> checkRefusal(driver, now));
        }
        if (shift.checkPassed() == null) {
            return Optional.of(Rejection.rule("VEHICLE_CHECK_REQUIRED", "Check the vehicle first."));
        }
        if (!shift.checkPassed()) {
            return Optional.of(Rejection.rule("VEHICLE_CHECK_FAILED", "The vehicle is not fit for the road."));
        }
        if (driver.drivenS(now) >= maxDriving.toSeconds()) {
            return Optional.of(restRequired(now.plus(rest)));
        }
        return Optional.empty();
    }

    private Optional<Rejection> restRefusal(Driver driver, Instant now) {
        return restUntil(driver, now).map(DutyRules::restRequired);
    }

    private static Rejection restRequired(Instant until) {
        return Rejection.rule("REST_REQUIRED", "The rest is too short.").with("until", until.toString());
    }

    private static Rejection inactive() {
        return Rejection.of(Rejection.Kind.FORBIDDEN, "CARRIER_INACTIVE", "The carrier has been deactivated.");
    }

    private static Rejection tripInProgress() {
        return Rejection.of(
                Rejection.Kind.CONFLICT, "TRIP_IN_PROGRESS", "Finish the trip or report a breakdown first.");
    }
}
