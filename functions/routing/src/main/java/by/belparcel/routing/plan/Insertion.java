package by.belparcel.routing.plan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts single jobs where they cost least, or says why there is no such place. */
final class Insertion {

    private Insertion() {}

    /** Inserts into the best of the tours and replaces it there; otherwise the reason of the vehicle that got furthest. */
    static Optional<UnplacedReason> into(List<Tour> tours, Job job) {
        UnplacedReason furthest = job.open() ? UnplacedReason.PROVIDER_DOWN : UnplacedReason.DEST_CLOSED;
        @Nullable Tour best = null;
        int bestIndex = -1;
        double bestCost = Double.POSITIVE_INFINITY;
        for (int i = 0; i < tours.size(); i++) {
            Tour tour = tours.get(i);
            double before = tour.cost();
            for (int position = tour.frozen(); position <= tour.stops().size(); position++) {
                Tour longer = tour.with(position, job);
                if (!Rules.inOrder(longer)) {
                    continue;
                }
                Optional<UnplacedReason> broken = Rules.broken(longer);
                if (broken.isPresent()) {
                    furthest = later(furthest, broken.get());
                } else if (longer.cost() - before < bestCost) {
                    best = longer;
                    bestIndex = i;
                    bestCost = longer.cost() - before;
                }
            }
        }
        if (best == null) {
            return Optional.of(furthest);
        }
        tours.set(bestIndex, best);
        return Optional.empty();
    }

    private static UnplacedReason later(UnplacedReason one, UnplacedReason other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
