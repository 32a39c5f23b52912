package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TrackingEvent;
import by.belparcel.tracking.model.Fix;
import by.belparcel.tracking.model.FixFilter;
import by.belparcel.tracking.model.Memory;
import by.belparcel.tracking.model.Profile;
import by.belparcel.tracking.model.Rule;
import by.belparcel.tracking.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The way of one position: which trip (by the carrier's drive at the device's time, never by what the device says), the filter, then
 * track, last position and live feed in the same transaction. A position never makes a carrier active (D11).
 */
public final class JudgeFixOnLocationReported implements EventHandler<TrackingEvent.LocationReported> {

    private final FixStore store;
    private final TakenFix taking;
    private final TrackingTerms terms;
    private final FixMetrics metrics;

    public JudgeFixOnLocationReported(FixStore store, SignalChanges signals, TrackingTerms terms, FixMetrics metrics) {
        this.store = store;
        this.taking = new TakenFix(store, signals, terms);
        this.terms = terms;
        this.metrics = metrics;
    }

    @Override
    public Mono<Handled> on(TrackingEvent.LocationReported event, EventContext context) {
        Fix fix = Fixes.of(event);
        return store.open(context.tx(), fix).flatMap(opened -> {
            Profile profile = terms.profiles().of(opened.kind());
            Verdict verdict = FixFilter.judge(fix, opened.situation(), profile);
            Memory before = Memory.of(opened.situation());
            Memory after = before.after(fix, verdict, profile);
            Memory changed = after.equals(before) ? null : after;
            if (verdict instanceof Verdict.Refused refused) {
                return refuse(fix, refused, changed, opened, context);
            }
            metrics.fix(result(verdict), "-");
            return taking.take(verdict, opened, changed, context).then(Handled.applied());
        });
    }

    private static String result(Verdict verdict) {
        if (verdict instanceof Verdict.Accepted accepted) {
            return accepted.newest() ? "accepted" : "late";
        }
        return "heartbeat";
    }

    private Mono<Handled> refuse(
            Fix fix, Verdict.Refused refused, @Nullable Memory memory, Opened opened, EventContext context) {
        Rule rule = refused.rule();
        metrics.fix("refused", rule.name());
        if (rule == Rule.DUPLICATE) {
            return Handled.ignored(Handled.Reason.STALE);
        }
        if (rule == Rule.NOT_IN_TRANSIT) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        TripFacts trip = opened.trip();
        String tripId = trip == null ? null : trip.tripId();
        Map<String, Instant> before = opened.told();
        Map<String, Instant> told = null;
        if (rule.isKept() && before != null && isDue(before.get(rule.name()), context.now())) {
            told = new HashMap<>(before);
            told.put(rule.name(), context.now());
            context.emit(
                    new TrackingEvent.PositionRejected(
                            fix.carrierId(), tripId, rule.name(), refused.values(), context.now()),
                    0);
        }
        if (!rule.isKept() && memory == null) {
            return Handled.applied();
        }
        return store.refuse(context.tx(), new FixStore.Refusal(fix, tripId, rule, refused.values(), memory, told))
                .then(Handled.applied());
    }

    private boolean isDue(@Nullable Instant last, Instant now) {
        return last == null || Duration.between(last, now).compareTo(terms.rejectedEvery()) >= 0;
    }
}
