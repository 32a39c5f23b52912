package by.belparcel.carriers.application;

import by.belparcel.carriers.model.Driver;
import by.belparcel.carriers.model.Shift;
import by.belparcel.eventing.handling.Emitter;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.events.CarrierEvent;
import by.belparcel.kernel.Availability;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Ends shifts, whoever asks: the driver, the timer, or the next shift when nobody did. */
public final class ShiftEnding {

    /** Set at the start of a shift; its subject is the carrier. */
    public static final String TIMER = "carrier.shift-end";

    /** A timer comes within a minute of its time, on either side. */
    private static final Duration PRECISION = Duration.ofSeconds(60);

    private final DutyBook duty;

    public ShiftEnding(DutyBook duty) {
        this.duty = duty;
    }

    static boolean isOver(Driver driver, Instant now) {
        Shift shift = driver.shift();
        return shift != null
                && shift.endedAt() == null
                && !now.isBefore(shift.endsBy().minus(PRECISION));
    }

    /** Ends a shift whose time is over and that nobody ended; else the driver as he is. */
    Mono<Driver> overdue(Transaction tx, Emitter emitter, Driver driver, Instant now) {
        Shift shift = driver.shift();
        return shift != null && shift.endedAt() == null
                ? end(tx, emitter, driver, shift.endsBy(), now)
                : Mono.just(driver);
    }

    /** Ends the open shift. A driver on the road stays ON_TRIP until his trip ends. */
    Mono<Driver> end(Transaction tx, Emitter emitter, Driver driver, Instant endedAt, Instant now) {
        Driver off = driver.offShift(endedAt, now);
        Driver after = driver.isDriving() ? off : off.available(Availability.OFFLINE, now);
        CarrierEvent fact = new CarrierEvent.ShiftEnded(driver.id(), driver.drivenS(now), endedAt);
        return duty.store(tx, emitter, driver, after, List.of(fact), now);
    }
}
