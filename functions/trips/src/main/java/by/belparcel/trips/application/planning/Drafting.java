package by.belparcel.trips.application.planning;

import by.belparcel.kernel.DestinationType;
import by.belparcel.kernel.StopType;
import by.belparcel.routing.distance.Leg;
import by.belparcel.routing.distance.Matrix;
import by.belparcel.routing.plan.PlannedRoute;
import by.belparcel.routing.plan.PlannedStop;
import by.belparcel.routing.plan.Solution;
import by.belparcel.routing.plan.Unplaced;
import by.belparcel.trips.application.PlanBasis;
import by.belparcel.trips.application.TripTerms;
import by.belparcel.trips.model.Cargo;
import by.belparcel.trips.model.OpeningHours;
import by.belparcel.trips.model.Place;
import by.belparcel.trips.model.Stop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes stops of what the optimiser found. */
record Drafting(
        Place origin,
        List<Calls> calls,
        List<Optional<OpeningHours.Span>> spans,
        Instant departure,
        Matrix matrix,
        TripTerms terms) {

    static StopType type(Calls call) {
        boolean hub = call.batches().stream().anyMatch(batch -> batch.destType() == DestinationType.HUB);
        return hub ? StopType.HUB : StopType.PVZ;
    }

    Draft draft(Solution solution, Cargo load, boolean classFits) {
        List<Stop> stops = new ArrayList<>();
        List<PlannedStop> planned = solution.routes().stream()
                .map(PlannedRoute::stops)
                .flatMap(List::stream)
                .toList();
        List<String> onBoard = planned.stream()
                .flatMap(stop -> calls.get(stop.place() - 1).batchIds().stream())
                .toList();
        int loading = terms.serviceS(load.slots());
        stops.add(
                Stop.pending(1, StopType.PICKUP, origin.id(), origin.point(), departure.minusSeconds(loading), onBoard)
                        .served(loading, null, null));
        for (PlannedStop stop : planned) {
            stops.add(stop(stops.size() + 1, stop));
        }
        double duration =
                solution.routes().stream().mapToDouble(PlannedRoute::durationS).sum();
        Map<String, String> unplaced = solution.unplaced().stream()
                .collect(Collectors.toMap(Unplaced::jobId, one -> one.reason().name()));
        return new Draft(
                stops,
                unplaced,
                Math.round(solution.metres()),
                Math.round(duration),
                load,
                classFits,
                matrix.source(),
                basis(solution));
    }

    private Stop stop(int seq, PlannedStop planned) {
        Calls call = calls.get(planned.place() - 1);
        Optional<OpeningHours.Span> span = spans.get(planned.place() - 1);
        return Stop.pending(
                        seq,
                        type(call),
                        call.place().id(),
                        call.place().point(),
                        departure.plusSeconds((long) Math.ceil(planned.arrival())),
                        call.batchIds())
                .served(
                        terms.serviceS(call.load().slots()),
                        span.map(OpeningHours.Span::from).orElse(null),
                        span.map(OpeningHours.Span::to).orElse(null))
                .planned(
                        departure.plusSeconds((long) Math.ceil(planned.arrival())),
                        Math.round(planned.legMetres()),
                        Math.round(planned.legSeconds()));
    }

    private PlanBasis basis(Solution solution) {
        List<Long> metres = new ArrayList<>();
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                Optional<Leg> leg = matrix.leg(i, j);
                metres.add(leg.map(Leg::metres).orElse(-1L));
                seconds.add(leg.map(Leg::seconds).orElse(-1L));
            }
        }
        List<String> ids = Stream.concat(
                        Stream.of(origin.id()),
                        calls.stream().map(call -> call.place().id()))
                .toList();
        boolean fallback = solution.fallbackUsed() || matrix.source().fallbackUsed();
        return new PlanBasis(solution.solver(), fallback, ids, metres, seconds);
    }
}
