package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.events.TrackingEvent;
import by.belparcel.kernel.SignalStatus;
import by.belparcel.tracking.model.Latest;
import by.belparcel.tracking.model.Signal;
import by.belparcel.tracking.stream.application.Feed;
import by.belparcel.tracking.stream.model.FeedKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Silence of trips and its end, told once each; watched by a chain of durable timers while a trip is in transit. */
public final class SignalChanges {

    public static final String TIMER = "trip.gps-silence";

    private final Silences silences;
    private final Feed feed;
    private final Signal signal;

    public SignalChanges(Silences silences, Feed feed, Signal signal) {
        this.silences = silences;
        this.feed = feed;
        this.signal = signal;
    }

    /** What was told of a trip's silence, kept in its row. */
    public interface Silences {

        /** @param step step of silence that was told @param check counts the timers */
        Mono<Void> told(Transaction tx, String tripId, int step, long check);

        /** Locks the trip; empty when it is not in transit. */
        Mono<State> look(Transaction tx, String tripId);

        /** @param lastFix newest device time, the start of the trip when there is none */
        record State(int step, long check, Instant lastFix, long seq) {}
    }

    /** Begins to watch a trip. */
    Mono<Void> begin(String tripId, long check, EventContext context) {
        return context.timers().set(TIMER, tripId, key(tripId, check), signal.stale());
    }

    /** A trip that is over is not watched. @param check of its timer */
    static Mono<Void> end(String tripId, long check, EventContext context) {
        return context.timers().cancel(TIMER, key(tripId, check));
    }

    /** A new last position: ends a silence that was told, unless the position itself is old. */
    Mono<Void> heard(TripFacts trip, @Nullable Latest before, Latest now, long seq, EventContext context) {
        if (trip.silence() == 0 || signal.at(now.deviceTime(), context.now()) != SignalStatus.LIVE) {
            return Mono.empty();
        }
        Instant since = before == null ? trip.fromAt() : before.deviceTime();
        long seconds = Duration.between(since, now.deviceTime()).toSeconds();
        context.emit(new TrackingEvent.SignalRecovered(trip.tripId(), now.deviceTime(), seconds, context.now()), seq);
        return silences.told(context.tx(), trip.tripId(), 0, trip.silenceCheck() + 1)
                .then(feed.append(
                        context.tx(),
                        FeedKind.STATUS,
                        trip.tripId(),
                        Frames.status(SignalStatus.LIVE, now.deviceTime(), context.now())))
                .then(replace(trip.tripId(), trip.silenceCheck(), 0, now.deviceTime(), context));
    }

    /** A timer says: look. Tells every step of silence that was reached and sets the next timer. */
    Mono<Boolean> look(String tripId, EventContext context) {
        return silences.look(context.tx(), tripId)
                .flatMap(state -> look(tripId, state, context).thenReturn(true))
                .defaultIfEmpty(false);
    }

    private Mono<Void> look(String tripId, Silences.State state, EventContext context) {
        int step = Math.max(state.step(), signal.step(state.lastFix(), context.now()));
        Mono<Void> told = step > state.step() ? tell(tripId, state, step, context) : Mono.empty();
        return told.then(silences.told(context.tx(), tripId, step, state.check() + 1))
                .then(replace(tripId, state.check(), step, state.lastFix(), context));
    }

    /** A trip has one timer: the one before is mostly this very one, which has fired, but not when a silence ended meanwhile. */
    private Mono<Void> replace(String tripId, long check, int step, Instant lastFix, EventContext context) {
        return end(tripId, check, context)
                .then(Mono.justOrEmpty(signal.next(step, lastFix, context.now())))
                .flatMap(delay -> context.timers().set(TIMER, tripId, key(tripId, check + 1), delay));
    }

    private static String key(String tripId, long check) {
        return tripId + ":" + check;
    }

    private Mono<Void> tell(String tripId, Silences.State state, int step, EventContext context) {
        long seconds = Duration.between(state.lastFix(), context.now()).toSeconds();
        if (state.step() < 1) {
            context.emit(new TrackingEvent.SignalStale(tripId, state.lastFix(), seconds, context.now()), state.seq());
        }
        if (step > 1) {
            context.emit(new TrackingEvent.SignalLost(tripId, state.lastFix(), seconds, context.now()), state.seq());
        }
        SignalStatus status = step > 1 ? SignalStatus.LOST : SignalStatus.STALE;
        return feed.append(
                context.tx(), FeedKind.STATUS, tripId, Frames.status(status, state.lastFix(), context.now()));
    }
}
