package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.events.TrackingEvent;
import by.belparcel.tracking.model.Fix;
import by.belparcel.tracking.model.Latest;
import by.belparcel.tracking.model.Memory;
import by.belparcel.tracking.model.Quality;
import by.belparcel.tracking.model.Sign;
import by.belparcel.tracking.model.Verdict;
import by.belparcel.tracking.model.Watch;
import by.belparcel.tracking.model.Watching;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Writes what the filter let through and tells what it means. */
final class TakenFix {

    private final FixStore store;
    private final SignalChanges signals;
    private final TrackingTerms terms;

    TakenFix(FixStore store, SignalChanges signals, TrackingTerms terms) {
        this.store = store;
        this.signals = signals;
        this.terms = terms;
    }

    Mono<Void> take(Verdict verdict, Opened opened, @Nullable Memory memory, EventContext context) {
        TripFacts trip = Objects.requireNonNull(opened.trip());
        if (verdict instanceof Verdict.Heartbeat heartbeat) {
            Latest known = Objects.requireNonNull(opened.situation().latest());
            return move(
                    heartbeat.fix(),
                    stillThere(known, heartbeat.fix()),
                    List.of(),
                    false,
                    trip,
                    opened,
                    memory,
                    context);
        }
        Verdict.Accepted accepted = (Verdict.Accepted) verdict;
        List<FixStore.Point> points = new ArrayList<>();
        accepted.readmitted().forEach(fix -> points.add(new FixStore.Point(fix, Quality.HIGH, true)));
        points.add(new FixStore.Point(accepted.fix(), accepted.quality(), accepted.reAnchored()));
        if (!accepted.newest()) {
            return store.accept(
                            context.tx(),
                            new FixStore.Taken(
                                    trip.tripId(), accepted.fix().carrierId(), points, null, Frames.object(), memory))
                    .then();
        }
        Latest there = there(opened.situation().latest(), accepted);
        return move(accepted.fix(), there, points, accepted.reAnchored(), trip, opened, memory, context);
    }

    private Mono<Void> move(
            Fix fix,
            Latest there,
            List<FixStore.Point> points,
            boolean reAnchored,
            TripFacts trip,
            Opened opened,
            @Nullable Memory memory,
            EventContext context) {
        Watching.Result watched = Watching.advance(
                terms.watch(),
                trip.way(),
                trip.stops(),
                opened.situation().timeScale(),
                there.watch(),
                fix.place(),
                fix.deviceTime());
        boolean tells = isDue(there.toldAt(), opened, context.now());
        Latest latest = with(there, tells ? context.now() : there.toldAt(), watched.watch());
        FixStore.Taken taken = new FixStore.Taken(
                trip.tripId(),
                fix.carrierId(),
                points,
                latest,
                Frames.position(latest, terms.signal().at(latest.deviceTime(), context.now())),
                memory);
        return store.accept(context.tx(), taken).flatMap(seq -> {
            if (tells) {
                context.emit(
                        new TrackingEvent.PositionAccepted(
                                trip.tripId(),
                                fix.carrierId(),
                                Fixes.line(fix),
                                seq,
                                reAnchored ? Boolean.TRUE : null,
                                context.now()),
                        seq);
            }
            watched.signs().forEach(sign -> context.emit(event(sign, trip.tripId(), context.now()), seq));
            return signals.heard(trip, opened.situation().latest(), latest, seq, context);
        });
    }

    private boolean isDue(@Nullable Instant toldAt, Opened opened, Instant now) {
        Duration every = terms.acceptedEvery().dividedBy(opened.situation().timeScale());
        return toldAt == null || Duration.between(toldAt, now).compareTo(every) >= 0;
    }

    private static Latest there(@Nullable Latest before, Verdict.Accepted accepted) {
        Fix fix = accepted.fix();
        boolean same = before != null && before.carrierId().equals(fix.carrierId());
        return new Latest(
                fix.carrierId(),
                fix.lat(),
                fix.lng(),
                fix.accuracyM(),
                fix.heading(),
                fix.speedMps(),
                fix.battery(),
                fix.deviceTime(),
                fix.deviceTime(),
                fix.seq(),
                accepted.quality(),
                fix.mock(),
                fix.mock() ? (same && before != null ? before.mocks() : 0) + 1 : 0,
                before == null ? null : before.toldAt(),
                0,
                before == null ? Watch.NEW : before.watch());
    }

    private static Latest stillThere(Latest l, Fix fix) {
        return new Latest(
                l.carrierId(),
                l.lat(),
                l.lng(),
                l.accuracyM(),
                l.heading(),
                fix.speedMps(),
                fix.battery(),
                fix.deviceTime(),
                l.storedTime(),
                fix.seq(),
                l.quality(),
                fix.mock(),
                l.mocks(),
                l.toldAt(),
                0,
                l.watch());
    }

    private static Latest with(Latest l, @Nullable Instant toldAt, Watch watch) {
        return new Latest(
                l.carrierId(),
                l.lat(),
                l.lng(),
                l.accuracyM(),
                l.heading(),
                l.speedMps(),
                l.battery(),
                l.deviceTime(),
                l.storedTime(),
                l.fixSeq(),
                l.quality(),
                l.mock(),
                l.mocks(),
                toldAt,
                0,
                watch);
    }

    private static TrackingEvent event(Sign sign, String tripId, Instant at) {
        if (sign instanceof Sign.LeftTheWay left) {
            return new TrackingEvent.DeviationStarted(tripId, left.distanceM(), left.at(), at);
        }
        if (sign instanceof Sign.BackOnTheWay back) {
            return new TrackingEvent.DeviationEnded(tripId, back.distanceM(), back.at(), at);
        }
        if (sign instanceof Sign.Stands stands) {
            return new TrackingEvent.StoppageDetected(tripId, null, stands.seconds(), at);
        }
        Sign.AtStop stop = (Sign.AtStop) sign;
        return new TrackingEvent.GeofenceEntered(tripId, stop.placeId(), stop.seconds(), at);
    }
}
