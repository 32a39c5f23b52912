package by.belparcel.routing.plan;

import java.util.ArrayList;
import java.util.List;

/** One vehicle with its stops in order; a value. The frozen stops stand first. */
record Tour(Problem problem, Vehicle vehicle, List<Job> stops) {

    Tour {
        stops = List.copyOf(stops);
    }

    Tour with(int position, Job job) {
        List<Job> more = new ArrayList<>(stops.size() + 1);
        more.addAll(stops.subList(0, position));
        more.add(job);
        more.addAll(stops.subList(position, stops.size()));
        return new Tour(problem, vehicle, more);
    }

    Tour with(List<Job> order) {
        return new Tour(problem, vehicle, order);
    }

    int frozen() {
        return vehicle.frozen().size();
    }

    PlannedRoute schedule() {
        return Schedule.of(problem, vehicle, stops);
    }

    double cost() {
        PlannedRoute route = schedule();
        Weights weights = problem.weights();
        double late = route.lateS() == 0 || weights.hardWindows() ? 0 : route.lateS() * weights.perLateSecond();
        return route.metres() * weights.perMetre() + route.drivingS() * weights.perSecond() + late;
    }
}
