package by.belparcel.batching.model;

import by.belparcel.kernel.BatchCloseReason;
import by.belparcel.kernel.BatchState;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A batch without the list of its orders; every change raises the version by one.
 *
 * @param number for people, {@code B-YYMMDD-NNNN}
 */
public record Batch(
        String id,
        String number,
        Key key,
        BatchState state,
        long version,
        Load load,
        Schedule schedule,
        Course course) {

    /** A batch with its first orders. */
    public static Batch opened(
            String id,
            String number,
            Key key,
            List<Cargo> cargo,
            Limits limits,
            @Nullable Instant cutoffAt,
            Instant now) {
        Load load = Load.of(cargo);
        Schedule schedule = schedule(load, key, oldest(cargo), limits, cutoffAt);
        return new Batch(id, number, key, BatchState.OPEN, 1, load, schedule, Course.opened(now));
    }

    /** More orders. */
    public Batch with(Collection<Cargo> more, Limits limits) {
        Instant oldest = oldest(more);
        Load after = load.plus(Load.of(more));
        Instant first = oldest.isBefore(schedule.oldestAt()) ? oldest : schedule.oldestAt();
        return changed(state, after, schedule(after, key, first, limits, schedule.cutoffAt()), course);
    }

    /** Fewer orders; without any it is cancelled. @param rest what stays */
    public Batch keeping(Collection<Cargo> rest, Limits limits) {
        if (rest.isEmpty()) {
            return emptied();
        }
        Load after = Load.of(rest);
        return changed(state, after, schedule(after, key, oldest(rest), limits, schedule.cutoffAt()), course);
    }

    /** On its way without these orders. */
    public Batch leaving(Collection<Cargo> behind) {
        return changed(state, load.minus(Load.of(behind)), schedule, course);
    }

    /** Cancelled; nothing is in it any more. */
    public Batch emptied() {
        return changed(BatchState.CANCELLED, Load.NONE, schedule, course);
    }

    public Batch closed(BatchCloseReason reason, Instant now) {
        return changed(BatchState.CLOSED, load, schedule, course.closed(now, reason));
    }

    /** Empty when the present state does not allow it. */
    public Optional<Batch> moved(BatchTrigger trigger) {
        return BatchStateMachine.next(state, trigger).map(next -> changed(next, load, schedule, course));
    }

    public Batch on(@Nullable String tripId) {
        return new Batch(id, number, key, state, version, load, schedule, course.on(tripId));
    }

    public Batch sealed(@Nullable String seal) {
        return seal == null ? this : new Batch(id, number, key, state, version, load, schedule, course.sealed(seal));
    }

    public Batch from(String parentId) {
        return new Batch(id, number, key, state, version, load, schedule, course.from(parentId));
    }

    /** A part of this one after a partial handover: the same way, the same state as before the split. */
    public Batch child(String childId, String childNumber, Collection<Cargo> cargo, Instant now) {
        Course begun = new Course(now, course.closedAt(), course.reason(), course.tripId(), id, null);
        Instant oldest = cargo.isEmpty() ? schedule.oldestAt() : oldest(cargo);
        Schedule own = new Schedule(oldest, schedule.ageAt(), schedule.cutoffAt());
        return new Batch(childId, childNumber, key, BatchState.PICKED_UP, 1, Load.of(cargo), own, begun);
    }

    private Batch changed(BatchState to, Load after, Schedule when, Course how) {
        return new Batch(id, number, key, to, version + 1, after, when, how);
    }

    private static Instant oldest(Collection<Cargo> cargo) {
        return cargo.stream().map(Cargo::readyAt).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static Schedule schedule(Load load, Key key, Instant oldest, Limits limits, @Nullable Instant cutoffAt) {
        return new Schedule(oldest, limits.closingTime(load, oldest, key.service()), cutoffAt);
    }
}
