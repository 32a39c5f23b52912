package by.belparcel.routing.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Vehicles, jobs and what lies between them. Ids are unique; a frozen job belongs to one vehicle. */
public record Problem(List<Vehicle> vehicles, List<Job> jobs, TravelCosts costs, Weights weights) {

    public Problem {
        vehicles = List.copyOf(vehicles);
        jobs = List.copyOf(jobs);
        Map<String, Job> byId = new HashMap<>();
        for (Job job : jobs) {
            if (byId.put(job.id(), job) != null || job.place() >= costs.places()) {
                throw new IllegalArgumentException("twice or nowhere: job " + job.id());
            }
        }
        Set<String> seen = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (Vehicle vehicle : vehicles) {
            if (!ids.add(vehicle.id())
                    || vehicle.start() >= costs.places()
                    || vehicle.end().orElse(0) >= costs.places()) {
                throw new IllegalArgumentException("twice or nowhere: vehicle " + vehicle.id());
            }
            for (String frozen : vehicle.frozen()) {
                if (!byId.containsKey(frozen) || !seen.add(frozen)) {
                    throw new IllegalArgumentException("unknown or twice: frozen job " + frozen);
                }
            }
        }
    }

    Map<String, Job> jobsById() {
        Map<String, Job> byId = new HashMap<>();
        jobs.forEach(job -> byId.put(job.id(), job));
        return byId;
    }
}
