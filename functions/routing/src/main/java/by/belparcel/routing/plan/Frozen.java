package by.belparcel.routing.plan;

import java.util.List;
import java.util.Map;

/**
 * The stops that a vehicle has started: where it is after them, when, and what they take of it.
 *
 * @param place index of the place where the free part of the route begins
 * @param freeAt seconds on the timeline
 */
record Frozen(List<Job> jobs, int place, double freeAt, Load load) {

    static Frozen of(Problem problem, Vehicle vehicle) {
        if (vehicle.frozen().isEmpty()) {
            return new Frozen(List.of(), vehicle.start(), vehicle.startsAt(), Load.NONE);
        }
        Map<String, Job> byId = problem.jobsById();
        List<Job> jobs = vehicle.frozen().stream().map(byId::get).toList();
        List<PlannedStop> stops = Schedule.of(problem, vehicle, jobs).stops();
        Load load = jobs.stream().map(Job::load).reduce(Load.NONE, Load::plus);
        PlannedStop last = stops.getLast();
        return new Frozen(jobs, last.place(), last.departure(), load);
    }
}
