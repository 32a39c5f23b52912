package by.belparcel.pickuppoints.application.following;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Timers;
import by.belparcel.events.PlatformEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Durable timers of the storage (domain delivery.md section 8): two reminders and the end. Their subject is the point, and
 * deadlines of one minute share them, so a whole batch costs as many as one parcel. They are hints: who hears one looks at
 * what lies at the point, which also covers every extension.
 */
public final class StorageTimers {

    /** Kind of the timers before the end of the storage. */
    public static final String REMINDER = "pvz.storage-reminder";

    /** Kind of the timer at the end of the storage. */
    public static final String EXPIRY = "pvz.storage-expiry";

    /** Parcels of one transaction; the rest has a timer of its own. */
    static final int PORTION = 500;

    private final StorageTerms terms;

    public StorageTimers(StorageTerms terms) {
        this.terms = terms;
    }

    /** To call when a parcel was accepted or its storage extended. */
    public Mono<Void> set(Timers timers, String pvzId, Instant storageUntil, Instant now) {
        return set(timers, pvzId, List.of(storageUntil), now);
    }

    /** The same for many parcels at one point. */
    public Mono<Void> set(Timers timers, String pvzId, Collection<Instant> storageUntil, Instant now) {
        SortedSet<Instant> ends = new TreeSet<>();
        SortedSet<Instant> reminders = new TreeSet<>();
        for (Instant until : storageUntil) {
            ends.add(grid(until));
            terms.reminders().stream()
                    .map(before -> grid(until.minus(before)))
                    .filter(due -> due.isAfter(now))
                    .forEach(reminders::add);
        }
        return Flux.concat(
                        Flux.fromIterable(reminders).concatMap(due -> set(timers, REMINDER, pvzId, due, now)),
                        Flux.fromIterable(ends).concatMap(due -> set(timers, EXPIRY, pvzId, due, now)))
                .then();
    }

    /** Fires again at once when there may be more than one transaction took. */
    static Mono<Void> more(PlatformEvent.TimerFired event, int taken, EventContext context) {
        return taken < PORTION
                ? Mono.empty()
                : context.timers()
                        .set(event.kind(), event.subject(), event.subject() + ':' + event.timerId(), Duration.ZERO);
    }

    private static Mono<Void> set(Timers timers, String kind, String pvzId, Instant due, Instant now) {
        Duration delay = Duration.between(now, due);
        String key = pvzId + ':' + due.toEpochMilli();
        return timers.set(kind, pvzId, key, delay.isNegative() ? Duration.ZERO : delay);
    }

    /** The next mark of the grid that is later: at the deadline itself the parcel may still be issued. */
    private Instant grid(Instant time) {
        long step = terms.timerGrid().toMillis();
        return Instant.ofEpochMilli((Math.floorDiv(time.toEpochMilli(), step) + 1) * step);
    }
}
