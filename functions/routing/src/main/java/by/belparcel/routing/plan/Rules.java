package by.belparcel.routing.plan;

import java.util.List;
import java.util.Optional;

/** What a tour may not do, apart from its frozen stops. */
final class Rules {

    private Rules() {}

    /** The first broken rule, in the order of {@link UnplacedReason}. */
    static Optional<UnplacedReason> broken(Tour tour) {
        List<Job> free = tour.stops().subList(tour.frozen(), tour.stops().size());
        if (free.isEmpty()) {
            return Optional.empty();
        }
        for (Job job : free) {
            if (!job.open()) {
                return Optional.of(UnplacedReason.DEST_CLOSED);
            }
        }
        PlannedRoute route = tour.schedule();
        if (!Double.isFinite(route.metres()) || !Double.isFinite(route.drivingS())) {
            return Optional.of(UnplacedReason.PROVIDER_DOWN);
        }
        return capacity(tour).or(() -> windows(tour, route)).or(() -> duration(tour, route));
    }

    /** PICKUP first, RETURN last, among the stops that are not frozen. */
    static boolean inOrder(Tour tour) {
        int rank = 0;
        for (Job job : tour.stops().subList(tour.frozen(), tour.stops().size())) {
            if (job.rank() < rank) {
                return false;
            }
            rank = job.rank();
        }
        return true;
    }

    private static Optional<UnplacedReason> capacity(Tour tour) {
        Load capacity = tour.vehicle().capacity();
        Load load = Load.NONE;
        for (Job job : tour.stops()) {
            load = load.plus(job.load());
        }
        if (load.weightG() > capacity.weightG()) {
            return Optional.of(UnplacedReason.NO_CAPACITY_WEIGHT);
        }
        if (load.volumeCm3() > capacity.volumeCm3() || load.slots() > capacity.slots()) {
            return Optional.of(UnplacedReason.NO_CAPACITY_VOLUME);
        }
        boolean tooMany = tour.stops().size() > tour.vehicle().limits().maxStops();
        return tooMany ? Optional.of(UnplacedReason.MAX_STOPS) : Optional.empty();
    }

    /** Soft windows forbid only what would be late even when the vehicle goes there at once. */
    private static Optional<UnplacedReason> windows(Tour tour, PlannedRoute route) {
        boolean hard = tour.problem().weights().hardWindows();
        if (route.lateS() == 0) {
            return Optional.empty();
        }
        Frozen frozen = Frozen.of(tour.problem(), tour.vehicle());
        for (int i = tour.frozen(); i < tour.stops().size(); i++) {
            Job job = tour.stops().get(i);
            double atOnce = frozen.freeAt() + tour.problem().costs().seconds(frozen.place(), job.place());
            boolean late = route.stops().get(i).lateS() > 0;
            if (late && (hard || Schedule.late(job, atOnce) > 0)) {
                return Optional.of(UnplacedReason.WINDOW_IMPOSSIBLE);
            }
        }
        return Optional.empty();
    }

    private static Optional<UnplacedReason> duration(Tour tour, PlannedRoute route) {
        Limits limits = tour.vehicle().limits();
        boolean tooLong = route.durationS() > limits.maxDurationS() + Schedule.TOLERANCE
                || route.drivingS() > limits.maxDrivingS() + Schedule.TOLERANCE;
        return tooLong ? Optional.of(UnplacedReason.MAX_DURATION) : Optional.empty();
    }
}
