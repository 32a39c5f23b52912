package by.belparcel.trips.application.driving;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One command on a locked trip while it is carried out: the trip as it becomes, and why its plan changed, if it did. */
final class Ride {

    private final TripWork work;
    private final long version;
    private final @Nullable Integer headedFor;
    private TripRecord trip;
    private @Nullable String replanned;

    Ride(TripWork work, TripRecord trip) {
        this.work = work;
        this.version = trip.version() + 1;
        this.trip = trip;
        this.headedFor = next();
    }

    TripWork work() {
        return work;
    }

    TripRecord trip() {
        return trip;
    }

    long version() {
        return version;
    }

    /** Why the plan has to be measured and told anew. */
    Optional<String> replanned() {
        return Optional.ofNullable(replanned);
    }

    void replan(String reason) {
        replanned = replanned == null ? reason : replanned;
    }

    void change(UnaryOperator<TripRecord> change) {
        trip = change.apply(trip);
    }

    void stop(int seq, UnaryOperator<Stop> change) {
        trip = trip.edit().stop(seq, change).done();
    }

    /** Whether the next stop is another one than at the beginning. */
    boolean turned() {
        return !Objects.equals(headedFor, next());
    }

    private @Nullable Integer next() {
        return trip.nextStop().map(Stop::seq).orElse(null);
    }

    void emit(DomainEvent fact) {
        work.emitter().emit(fact, version);
    }

    /** A stop that is called at or left out before its turn gets its turn: it moves ahead of all open ones. */
    void callAt(int seq, String reason) {
        Optional<Stop> next = trip.nextStop();
        if (next.isEmpty() || next.get().seq() == seq) {
            return;
        }
        List<Stop> order = new ArrayList<>();
        Stop moved = trip.stop(seq).orElseThrow();
        for (Stop stop : trip.stops()) {
            if (stop.seq() == next.get().seq()) {
                order.add(moved);
            }
            if (stop.seq() != seq) {
                order.add(stop);
            }
        }
        trip = trip.edit().stops(order).done();
        replan(reason);
    }
}
