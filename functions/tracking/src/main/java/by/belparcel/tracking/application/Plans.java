package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.StopPlan;
import by.belparcel.kernel.StopState;
import by.belparcel.tracking.model.Stop;
import by.belparcel.tracking.model.Trip;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The plan of a trip: no event carries a line, so the way is the straight one from stop to stop. */
final class Plans {

    record Plan(String number, List<StopPlan> stops, List<String> batches) {}

    private Plans() {}

    static Mono<Handled> change(TripBook book, String tripId, Plan plan, EventContext context) {
        long sequence = context.event().sequence();
        return book.change(tripId, context, trip -> {
            if (sequence < trip.planVersion()) {
                return Optional.empty();
            }
            Trip planned = trip.planned(plan.number(), stops(plan.stops()), plan.batches(), sequence);
            return Optional.of(TripChange.of(planned, TripFrames.plan(planned)));
        });
    }

    private static List<Stop> stops(List<StopPlan> plan) {
        return plan.stream()
                .sorted(Comparator.comparingInt(StopPlan::seq))
                .map(stop -> new Stop(
                        stop.seq(),
                        stop.type(),
                        stop.placeId(),
                        stop.lat(),
                        stop.lng(),
                        StopState.PENDING,
                        stop.plannedArrival(),
                        stop.windowTo(),
                        stop.batches()))
                .toList();
    }
}
