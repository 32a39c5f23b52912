package by.belparcel.carriers.model;

import by.belparcel.kernel.Availability;
import by.belparcel.kernel.GeoPoint;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A carrier at work: what he decides himself. No change of it touches {@code active}, which is the administrator's (D11).
 *
 * @param position the place he last told, at first his home warehouse
 * @param positionAt when he told it, absent when he never did
 * @param shift the open or the last one
 * @param drivingSince when the first of his present trips began, absent when he drives none
 */
public record Driver(
        String id,
        long version,
        boolean active,
        Vehicle vehicle,
        Availability availability,
        Instant since,
        GeoPoint position,
        @Nullable Instant positionAt,
        @Nullable Shift shift,
        @Nullable Instant drivingSince) {

    public boolean isDriving() {
        return drivingSince != null;
    }

    public boolean isOnShift(Instant now) {
        return shift != null && shift.isRunning(now);
    }

    /** Seconds at the wheel in this shift, the present trip included. */
    public long drivenS(Instant now) {
        long finished = shift == null ? 0 : shift.drivenS();
        return drivingSince == null ? finished : finished + secondsBetween(drivingSince, now);
    }

    public Driver at(@Nullable GeoPoint place, Instant now) {
        return place == null
                ? this
                : new Driver(id, version, active, vehicle, availability, since, place, now, shift, drivingSince);
    }

    /** @param from when he became it; a transaction that began earlier and waited does not go back behind the last change */
    public Driver available(Availability now, Instant from) {
        Instant later = from.isBefore(since) ? since : from;
        return now == availability
                ? this
                : new Driver(id, version, active, vehicle, now, later, position, positionAt, shift, drivingSince);
    }

    public Driver onShift(Shift started) {
        return with(started, drivingSince);
    }

    /** The shift is over. What he drives at this moment counts up to now. */
    public Driver offShift(Instant endedAt, Instant now) {
        Shift over = requireShift().driven(drivingSince == null ? 0 : secondsBetween(drivingSince, now));
        return with(over.ended(endedAt), drivingSince == null ? null : now);
    }

    public Driver checked(boolean passed) {
        return with(requireShift().checked(passed), drivingSince);
    }

    public Driver driving(Instant from) {
        return isDriving() ? this : with(shift, from);
    }

    /** He has no trip on the road any more; its time counts for the shift, also for one that ended under way. */
    public Driver parked(Instant at) {
        if (drivingSince == null) {
            return this;
        }
        return with(shift == null ? null : shift.driven(secondsBetween(drivingSince, at)), null);
    }

    /** One event later. */
    public Driver next() {
        return new Driver(
                id, version + 1, active, vehicle, availability, since, position, positionAt, shift, drivingSince);
    }

    private Driver with(@Nullable Shift other, @Nullable Instant driving) {
        return new Driver(id, version, active, vehicle, availability, since, position, positionAt, other, driving);
    }

    private Shift requireShift() {
        if (shift == null) {
            throw new IllegalStateException("carrier " + id + " never had a shift");
        }
        return shift;
    }

    private static long secondsBetween(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds());
    }
}
