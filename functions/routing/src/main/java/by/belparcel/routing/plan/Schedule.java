package by.belparcel.routing.plan;

import java.util.ArrayList;
import java.util.List;

/** Drives a route: leaves at once, waits for windows, serves, goes on. */
final class Schedule {

    /** Of times that were added up in another order. */
    static final double TOLERANCE = 1e-6;

    private Schedule() {}

    static PlannedRoute of(Problem problem, Vehicle vehicle, List<Job> jobs) {
        TravelCosts costs = problem.costs();
        List<PlannedStop> stops = new ArrayList<>(jobs.size());
        int at = vehicle.start();
        double now = vehicle.startsAt();
        double metres = 0;
        double driving = 0;
        double late = 0;
        for (Job job : jobs) {
            double legMetres = costs.metres(at, job.place());
            double legSeconds = costs.seconds(at, job.place());
            double arrival = now + legSeconds;
            double begin = begin(job, arrival);
            double lateS = late(job, arrival);
            now = begin + job.serviceS();
            stops.add(new PlannedStop(job.id(), job.place(), arrival, begin, now, lateS, legMetres, legSeconds));
            at = job.place();
            metres += legMetres;
            driving += legSeconds;
            late += lateS;
        }
        if (vehicle.end().isPresent() && !jobs.isEmpty()) {
            int end = vehicle.end().getAsInt();
            metres += costs.metres(at, end);
            driving += costs.seconds(at, end);
            now += costs.seconds(at, end);
        }
        return new PlannedRoute(vehicle.id(), stops, metres, driving, now - vehicle.startsAt(), late);
    }

    /** In the first window that is not over; a stop that is late is served on arrival. */
    static double begin(Job job, double arrival) {
        for (Window window : job.windows()) {
            if (arrival <= window.to() + TOLERANCE) {
                return Math.max(arrival, window.from());
            }
        }
        return arrival;
    }

    static double late(Job job, double arrival) {
        if (job.windows().isEmpty()) {
            return 0;
        }
        double over = arrival - lastEnd(job);
        return over > TOLERANCE ? over : 0;
    }

    private static double lastEnd(Job job) {
        double last = 0;
        for (Window window : job.windows()) {
            last = Math.max(last, window.to());
        }
        return last;
    }
}
