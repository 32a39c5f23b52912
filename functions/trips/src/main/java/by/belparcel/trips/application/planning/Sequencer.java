package by.belparcel.trips.application.planning;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.routing.distance.Conditions;
import by.belparcel.routing.distance.DistanceProvider;
import by.belparcel.routing.distance.Leg;
import by.belparcel.routing.distance.Matrix;
import by.belparcel.routing.plan.Budget;
import by.belparcel.routing.plan.Job;
import by.belparcel.routing.plan.Limits;
import by.belparcel.routing.plan.Load;
import by.belparcel.routing.plan.Problem;
import by.belparcel.routing.plan.RouteOptimizer;
import by.belparcel.routing.plan.Timeline;
import by.belparcel.routing.plan.TravelCosts;
import by.belparcel.routing.plan.Vehicle;
import by.belparcel.routing.plan.Weights;
import by.belparcel.routing.plan.Window;
import by.belparcel.trips.application.TripTerms;
import by.belparcel.trips.model.Cargo;
import by.belparcel.trips.model.OpeningHours;
import by.belparcel.trips.model.Place;
import by.belparcel.trips.model.VehicleClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Finds the order of the stops of one trip with the optimiser of the routing library. */
final class Sequencer {

    private static final String TRIP = "trip";
    private static final int DAYS = 3;

    private final DistanceProvider distances;
    private final RouteOptimizer optimizer;
    private final TripTerms terms;

    Sequencer(DistanceProvider distances, RouteOptimizer optimizer, TripTerms terms) {
        this.distances = distances;
        this.optimizer = optimizer;
        this.terms = terms;
    }

    /** @param bounded whether the limits of stops and driver's hours hold: a batch alone is planned without them */
    Mono<Draft> sequence(Place origin, List<Calls> calls, Instant departure, boolean bounded) {
        List<GeoPoint> points = Stream.concat(
                        Stream.of(origin.point()),
                        calls.stream().map(call -> call.place().point()))
                .toList();
        return distances
                .matrix(points, points, Conditions.driving(departure))
                .flatMap(matrix -> solve(origin, calls, departure, bounded, matrix));
    }

    private Mono<Draft> solve(Place origin, List<Calls> calls, Instant departure, boolean bounded, Matrix matrix) {
        Cargo load = Calls.sum(
                calls.stream().flatMap(call -> call.batches().stream()).toList());
        Optional<VehicleClass> vehicleClass = terms.fleet().smallestFor(load);
        Load capacity = vehicleClass
                .map(one -> new Load(one.weightG(), one.volumeCm3(), one.slots()))
                .orElseGet(() -> new Load(load.weightG(), load.volumeCm3(), load.slots()));
        List<Optional<OpeningHours.Span>> spans = new ArrayList<>();
        List<Job> jobs = new ArrayList<>();
        Timeline timeline = new Timeline(departure);
        for (int i = 0; i < calls.size(); i++) {
            Optional<OpeningHours.Span> span = span(calls.get(i).place(), matrix.leg(0, i + 1), departure);
            spans.add(span);
            jobs.add(job(calls.get(i), i + 1, span.map(s -> timeline.window(s.from(), s.to()))));
        }
        Problem problem = new Problem(
                List.of(Vehicle.at(TRIP, capacity, 0, bounded ? limits() : Limits.NONE)),
                jobs,
                TravelCosts.of(matrix),
                Weights.DEFAULT);
        return optimizer
                .plan(problem, new Budget(0, terms.planBudget()))
                .map(solution -> new Drafting(origin, calls, spans, departure, matrix, terms)
                        .draft(solution, load, vehicleClass.isPresent()));
    }

    private Limits limits() {
        // the PICKUP is a stop too
        return new Limits(
                terms.maxStops() - 1,
                Double.POSITIVE_INFINITY,
                terms.maxDriving().toSeconds());
    }

    private Job job(Calls call, int place, Optional<Window> window) {
        Cargo load = call.load();
        return new Job(
                call.place().id(),
                Drafting.type(call),
                place,
                new Load(load.weightG(), load.volumeCm3(), load.slots()),
                terms.serviceS(load.slots()),
                window.stream().toList(),
                call.place().open());
    }

    /** The hours in which a vehicle that goes there at once arrives, or for which it waits a little. */
    private Optional<OpeningHours.Span> span(Place place, Optional<Leg> direct, Instant departure) {
        if (place.hours() == null || direct.isEmpty()) {
            return Optional.empty();
        }
        Instant arrival = departure.plusSeconds(direct.get().seconds());
        return OpeningHours.spans(place.hours(), departure, DAYS).stream()
                .filter(span -> span.to().isAfter(arrival) && !span.from().isAfter(arrival.plus(terms.longestWait())))
                .findFirst();
    }
}
