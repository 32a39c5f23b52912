package by.belparcel.routing.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The plan without a solver (domain delivery.md section 4, planning 2): each vehicle goes to the nearest stop that it can still
 * serve, pick-ups first and returns last, then parts of its way are turned round while that makes it cheaper.
 */
public final class NearestNeighbourTwoOpt implements RouteOptimizer {

    private static final double GAIN = 1e-9;
    private static final int RANKS = 3;

    @Override
    public Solution solve(Problem problem, Budget budget) {
        long end = System.nanoTime() + budget.time().toNanos();
        List<Tour> tours = Assembly.empty(problem);
        Set<String> frozen = new HashSet<>();
        tours.forEach(tour -> tour.stops().forEach(job -> frozen.add(job.id())));
        List<Job> open = new ArrayList<>(problem.jobs().stream()
                .filter(job -> job.open() && !frozen.contains(job.id()))
                .toList());
        for (int i = 0; i < tours.size(); i++) {
            tours.set(i, twoOpt(fill(tours.get(i), open), end));
        }
        return Assembly.solution(problem, tours, "nearest-neighbour-2-opt");
    }

    private static Tour fill(Tour start, List<Job> open) {
        Tour tour = start;
        for (int rank = 0; rank < RANKS; rank++) {
            Optional<Tour> next = nearest(tour, open, rank);
            while (next.isPresent()) {
                tour = next.get();
                open.remove(tour.stops().getLast());
                next = nearest(tour, open, rank);
            }
        }
        return tour;
    }

    private static Optional<Tour> nearest(Tour tour, List<Job> open, int rank) {
        int at = tour.stops().isEmpty()
                ? tour.vehicle().start()
                : tour.stops().getLast().place();
        Comparator<Job> byWay = Comparator.comparingDouble(job -> way(tour.problem(), at, job));
        return open.stream()
                .filter(job -> job.rank() == rank)
                .sorted(byWay)
                .map(job -> tour.with(tour.stops().size(), job))
                .filter(longer -> Rules.broken(longer).isEmpty())
                .findFirst();
    }

    private static double way(Problem problem, int from, Job job) {
        Weights weights = problem.weights();
        return problem.costs().metres(from, job.place()) * weights.perMetre()
                + problem.costs().seconds(from, job.place()) * weights.perSecond();
    }

    private static Tour twoOpt(Tour start, long end) {
        Tour best = start;
        boolean better = true;
        while (better && System.nanoTime() < end) {
            better = false;
            for (int i = best.frozen(); i < best.stops().size() - 1; i++) {
                for (int j = i + 1; j < best.stops().size(); j++) {
                    Tour turned = turn(best, i, j);
                    if (turned.cost() < best.cost() - GAIN
                            && Rules.inOrder(turned)
                            && Rules.broken(turned).isEmpty()) {
                        best = turned;
                        better = true;
                    }
                }
            }
        }
        return best;
    }

    private static Tour turn(Tour tour, int from, int to) {
        List<Job> order = new ArrayList<>(tour.stops());
        Collections.reverse(order.subList(from, to + 1));
        return tour.with(order);
    }
}
