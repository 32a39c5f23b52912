package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TrackingEvent;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.assigning.Policy;
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

    private Mono<Handled> react(TripWork work, TripLocks.Held held) {
        if (held.trip().state() != TripState.IN_TRANSIT) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        boolean late = held.trip().lateS() > settings.silenceLate().toSeconds();
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
