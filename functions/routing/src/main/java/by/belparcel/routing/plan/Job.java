package by.belparcel.routing.plan;

import by.belparcel.kernel.StopType;
import java.util.Comparator;
import java.util.List;

/**
 * One call at one place; several batches for one place are one job. Its load is on board from the departure of the vehicle
 * until the stop, so that the loads of a route must fit together; a PICKUP whose goods are the loads of other stops has none.
 *
 * @param place index into the costs
 * @param serviceS how long the call takes
 * @param windows when it may begin; empty: at any time
 * @param open false when the place takes nothing in at all
 */
public record Job(String id, StopType type, int place, Load load, double serviceS, List<Window> windows, boolean open) {

    public Job {
        windows = windows.stream()
                .sorted(Comparator.comparingDouble(Window::from))
                .toList();
        if (place < 0 || !(serviceS >= 0) || !Double.isFinite(serviceS)) {
            throw new IllegalArgumentException("not a job: " + id);
        }
    }

    /** A PVZ that is open, with one window. */
    public static Job delivery(String id, int place, Load load, double serviceS, Window window) {
        return new Job(id, StopType.PVZ, place, load, serviceS, List.of(window), true);
    }

    /** Place in the order of every route: what is picked up first, what is brought back last. */
    int rank() {
        return type == StopType.PICKUP ? 0 : type == StopType.RETURN ? 2 : 1;
    }
}
