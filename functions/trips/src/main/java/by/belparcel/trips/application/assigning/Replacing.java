package by.belparcel.trips.application.assigning;

import by.belparcel.kernel.AssignmentState;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.TripRecord;
import by.belparcel.trips.model.assigning.AssignmentMove;
import by.belparcel.trips.model.assigning.Policy;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Takes a trip from its carrier and looks for another one, as far as the policy of the trigger lets it. A trip on the road stays
 * with its carrier until the goods have changed vehicles.
 */
public final class Replacing {

    private final CarrierSearch search;
    private final Endings endings;
    private final Suggestions suggestions;
    private final AssigningSettings settings;

    Replacing(CarrierSearch search, Endings endings, Suggestions suggestions, AssigningSettings settings) {
        this.search = search;
        this.endings = endings;
        this.suggestions = suggestions;
        this.settings = settings;
    }

    /** @return whether anything changed */
    Mono<Boolean> replace(
            TripWork work, TripLocks.Held held, AssignmentTrigger trigger, String reason, @Nullable GeoPoint place) {
        AssignmentRecord live = held.live();
        if (live == null || held.trip().ended()) {
            return Mono.just(false);
        }
        Policy policy = settings.policy(trigger);
        if (policy == Policy.OFF) {
            return Mono.just(false);
        }
        if (policy == Policy.SUGGEST) {
            return suggestions
                    .add(work.tx(), held.trip().id(), trigger, reason, work.now())
                    .thenReturn(true);
        }
        Seek seek = Seek.of(trigger, reason, live.carrierId()).at(place);
        if (held.trip().state() == TripState.IN_TRANSIT) {
            return held.handover() == null
                    ? search.seek(work, held.trip(), seek).thenReturn(true)
                    : Mono.just(false);
        }
        return endings.end(work, held.trip(), live, AssignmentMove.REVOKE, trigger.name())
                .flatMap(trip -> search.seek(work, trip, seek))
                .thenReturn(true);
    }

    /** The carrier said no, or nothing, or was stopped: the next one is asked at once (D9). */
    Mono<TripRecord> next(
            TripWork work, TripRecord trip, AssignmentRecord refused, AssignmentMove move, String reason) {
        GeoPoint place = refused.state() == AssignmentState.HANDOVER ? refused.place() : null;
        return endings.end(work, trip, refused, move, reason)
                .flatMap(after -> search.seek(
                        work,
                        after,
                        Seek.of(trigger(move), reason, refused.carrierId()).at(place)));
    }

    private static AssignmentTrigger trigger(AssignmentMove move) {
        return switch (move) {
            case REJECT -> AssignmentTrigger.REJECTED;
            case EXPIRE -> AssignmentTrigger.CONFIRM_TIMEOUT;
            default -> AssignmentTrigger.CARRIER_DEACTIVATED;
        };
    }
}
