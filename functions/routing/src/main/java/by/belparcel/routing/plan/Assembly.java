package by.belparcel.routing.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes a solution of tours: gives what was left out a last chance, and a reason. */
final class Assembly {

    private Assembly() {}

    /** Every vehicle with nothing but its frozen stops. */
    static List<Tour> empty(Problem problem) {
        List<Tour> tours = new ArrayList<>();
        for (Vehicle vehicle : problem.vehicles()) {
            tours.add(new Tour(problem, vehicle, Frozen.of(problem, vehicle).jobs()));
        }
        return tours;
    }

    static Solution solution(Problem problem, List<Tour> drafts, String solver) {
        List<Tour> tours = new ArrayList<>(drafts);
        Set<String> placed = new HashSet<>();
        tours.forEach(tour -> tour.stops().forEach(job -> placed.add(job.id())));
        List<Job> left = problem.jobs().stream()
                .filter(job -> !placed.contains(job.id()))
                .sorted(Comparator.comparingInt(Job::rank))
                .toList();
        List<Unplaced> unplaced = new ArrayList<>();
        for (Job job : left) {
            Insertion.into(tours, job).ifPresent(reason -> unplaced.add(new Unplaced(job.id(), reason)));
        }
        List<PlannedRoute> routes = tours.stream()
                .filter(tour -> !tour.stops().isEmpty())
                .map(Tour::schedule)
                .toList();
        return new Solution(
                routes, unplaced, tours.stream().mapToDouble(Tour::cost).sum(), solver, false);
    }
}
