package by.belparcel.routing.solomon;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks tours against an instance, with nothing of the optimiser in it. */
public final class Feasibility {

    private static final double TOLERANCE = 1e-6;

    private Feasibility() {}

    /**
     * What is wrong, in words; empty when the tours are a solution.
     *
     * @param tours customers by their position in the instance, without the depot
     */
    public static List<String> problems(Instance instance, List<List<Integer>> tours) {
        List<String> problems = new ArrayList<>();
        if (tours.size() > instance.vehicles()) {
            problems.add(tours.size() + " vehicles of " + instance.vehicles());
        }
        Set<Integer> served = new HashSet<>();
        for (List<Integer> tour : tours) {
            drive(instance, tour, served, problems);
        }
        for (int i = 1; i < instance.customers().size(); i++) {
            if (!served.contains(i)) {
                problems.add("customer " + i + " is not served");
            }
        }
        return problems;
    }

    /** Euclidean, not rounded, from the depot and back. */
    public static double distance(Instance instance, List<List<Integer>> tours) {
        double distance = 0;
        for (List<Integer> tour : tours) {
            Instance.Customer at = instance.depot();
            for (int next : tour) {
                distance += at.distanceTo(instance.customers().get(next));
                at = instance.customers().get(next);
            }
            distance += at.distanceTo(instance.depot());
        }
        return distance;
    }

    private static void drive(Instance instance, List<Integer> tour, Set<Integer> served, List<String> problems) {
        Instance.Customer at = instance.depot();
        double now = at.ready();
        long load = 0;
        for (int index : tour) {
            if (index < 1 || index >= instance.customers().size()) {
                problems.add("there is no customer " + index);
                continue;
            }
            Instance.Customer next = instance.customers().get(index);
            if (!served.add(index)) {
                problems.add("customer " + index + " is served twice");
            }
            load += next.demand();
            now += at.distanceTo(next);
            if (now > next.due() + TOLERANCE) {
                problems.add("customer " + index + " is reached at " + now + ", due at " + next.due());
            }
            now = Math.max(now, next.ready()) + next.service();
            at = next;
        }
        if (load > instance.capacity()) {
            problems.add("a load of " + load + " in a vehicle for " + instance.capacity());
        }
        if (now + at.distanceTo(instance.depot()) > instance.depot().due() + TOLERANCE) {
            problems.add("a vehicle comes back after " + instance.depot().due());
        }
    }
}
