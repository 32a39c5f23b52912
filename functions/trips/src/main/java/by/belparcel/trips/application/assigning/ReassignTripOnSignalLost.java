package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TrackingEvent;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripRecord;
import by.belparcel.trips.model.assigning.Policy;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * GPS_SILENCE: 30 minutes without a position on the road are a suggestion to the operator; another carrier comes by itself only
 * when the trip is also 30 minutes late and the policy says auto.
 */
public final class ReassignTripOnSignalLost implements EventHandler<TrackingEvent.SignalLost> {

    private static final String REASON = "GPS_SILENCE";

    private final TripLocks locks;
    private final Replacing replacing;
    private final Suggestions suggestions;
    private final AssigningSettings settings;

    ReassignTripOnSignalLost(
            TripLocks locks, Replacing replacing, Suggestions suggestions, AssigningSettings settings) {
        this.locks = locks;
        this.replacing = replacing;
        this.suggestions = suggestions;
        this.settings = settings;
    }

    @Override
    public Mono<Handled> on(TrackingEvent.SignalLost event, EventContext context) {
        if (event.seconds() < settings.silence().toSeconds()) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        return locks.on(TripWork.of(context), event.tripId(), this::react);
    }

    /** Nobody heard of the vehicle since its last estimate: when that has passed, it comes now at the earliest. */
    private static long lateS(TripRecord trip, Instant now) {
        Stop next = trip.nextStop().orElse(null);
        Instant end = next == null ? null : next.windowTo();
        if (next == null || end == null) {
            return 0;
        }
        Instant eta = next.eta() == null || next.eta().isBefore(now) ? now : next.eta();
        Instant comes = next.actualArrival() == null ? eta : next.actualArrival();
        return Duration.between(end, comes).toSeconds();
    }

    private Mono<Handled> react(TripWork work, TripLocks.Held held) {
        if (held.trip().state() != TripState.IN_TRANSIT) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        boolean late = lateS(held.trip(), work.now()) > settings.silenceLate().toSeconds();
        if (settings.policy(AssignmentTrigger.GPS_SILENCE) == Policy.AUTO && !late) {
            return suggestions
                    .add(work.tx(), held.trip().id(), AssignmentTrigger.GPS_SILENCE, REASON, work.now())
                    .then(Handled.applied());
        }
        return replacing
                .replace(work, held, AssignmentTrigger.GPS_SILENCE, REASON, null)
                .flatMap(changed -> changed ? Handled.applied() : Handled.ignored(Handled.Reason.STATE));
    }
}
