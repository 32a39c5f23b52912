package by.belparcel.routing.plan;

import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TimeWindow;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link Problem} in the words of jsprit: without its frozen stops and closed places. */
final class JspritModel {

    private static final int WEIGHT = 0;
    private static final int VOLUME = 1;
    private static final int SLOTS = 2;
    private static final int STOPS = 3;

    private final Problem problem;
    private final Map<String, Job> jobs = new HashMap<>();
    private final Map<String, Vehicle> vehicles = new HashMap<>();

    JspritModel(Problem problem) {
        this.problem = problem;
        Set<String> frozen = new HashSet<>();
        problem.vehicles().forEach(vehicle -> {
            vehicles.put(vehicle.id(), vehicle);
            frozen.addAll(vehicle.frozen());
        });
        problem.jobs().stream()
                .filter(job -> job.open() && !frozen.contains(job.id()))
                .forEach(job -> jobs.put(job.id(), job));
    }

    int size() {
        return jobs.size();
    }

    Job job(String id) {
        return known(jobs.get(id), id);
    }

    Vehicle vehicle(String id) {
        return known(vehicles.get(id), id);
    }

    VehicleRoutingProblem translate() {
        VehicleRoutingProblem.Builder builder = VehicleRoutingProblem.Builder.newInstance();
        builder.setFleetSize(VehicleRoutingProblem.FleetSize.FINITE);
        for (Vehicle vehicle : problem.vehicles()) {
            builder.addVehicle(translate(vehicle));
        }
        for (Job job : problem.jobs()) {
            if (jobs.containsKey(job.id())) {
                builder.addJob(translate(job));
            }
        }
        builder.setRoutingCost(new JspritCosts(problem));
        if (!problem.weights().hardWindows()) {
            builder.setActivityCosts(new JspritLateness(jobs, problem.weights().perLateSecond()));
        }
        return builder.build();
    }

    private VehicleImpl translate(Vehicle vehicle) {
        Frozen frozen = Frozen.of(problem, vehicle);
        Load capacity = vehicle.capacity();
        VehicleTypeImpl type = VehicleTypeImpl.Builder.newInstance(typeOf(vehicle))
                .addCapacityDimension(
                        WEIGHT, toInt(capacity.weightG() - frozen.load().weightG()))
                .addCapacityDimension(
                        VOLUME, toInt(capacity.volumeCm3() - frozen.load().volumeCm3()))
                .addCapacityDimension(
                        SLOTS, toInt((long) capacity.slots() - frozen.load().slots()))
                .addCapacityDimension(
                        STOPS,
                        toInt((long) vehicle.limits().maxStops() - frozen.jobs().size()))
                .setFixedCost(0)
                .setCostPerDistance(1)
                .build();
        VehicleImpl.Builder builder = VehicleImpl.Builder.newInstance(vehicle.id())
                .setType(type)
                .setStartLocation(Location.newInstance(frozen.place()))
                .setEarliestStart(frozen.freeAt())
                .setReturnToDepot(vehicle.end().isPresent());
        vehicle.end().ifPresent(end -> builder.setEndLocation(Location.newInstance(end)));
        return builder.build();
    }

    /** Vehicles that are alike share their type, otherwise each is tried for each job. */
    private static String typeOf(Vehicle vehicle) {
        return vehicle.frozen().isEmpty() ? vehicle.capacity() + " " + vehicle.limits() : vehicle.id();
    }

    private Service translate(Job job) {
        Load load = job.load();
        Service.Builder<?> builder = Service.Builder.newInstance(job.id())
                .setLocation(Location.newInstance(job.place()))
                .setServiceTime(job.serviceS())
                .addSizeDimension(WEIGHT, toInt(load.weightG()))
                .addSizeDimension(VOLUME, toInt(load.volumeCm3()))
                .addSizeDimension(SLOTS, load.slots())
                .addSizeDimension(STOPS, 1);
        List<Window> windows = job.windows();
        for (int i = 0; i < windows.size(); i++) {
            boolean endless = i == windows.size() - 1 && !problem.weights().hardWindows();
            double to = endless ? Double.MAX_VALUE : Math.min(windows.get(i).to(), Double.MAX_VALUE);
            builder.addTimeWindow(
                    TimeWindow.newInstance(Math.max(0, windows.get(i).from()), to));
        }
        return builder.build();
    }

    private static int toInt(long value) {
        return (int) Math.clamp(value, 0, Integer.MAX_VALUE);
    }

    private static <T> T known(@Nullable T value, String id) {
        if (value == null) {
            throw new IllegalStateException("jsprit answers with what it was not asked: " + id);
        }
        return value;
    }
}
