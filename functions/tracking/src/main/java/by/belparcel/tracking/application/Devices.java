package by.belparcel.tracking.application;

import by.belparcel.eventing.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What an upload must know of its carrier. */
public interface Devices {

    /**
     * Takes the turn of this carrier when the last upload is long enough ago; one statement.
     *
     * @param interval least time between two uploads of a real carrier
     * @return empty when nobody knows the carrier
     */
    Mono<Turn> take(Transaction tx, String carrierId, Duration interval);

    /**
     * @param taken whether this upload may go on
     * @param rest how long until the next one may, when it was not taken
     * @param drives times in which the carrier drove trips, of the last day
     */
    record Turn(boolean active, boolean taken, Duration rest, List<Drive> drives) {
        public Turn {
            drives = List.copyOf(drives);
        }

        boolean isDriving(Instant at) {
            return drives.stream().anyMatch(drive -> drive.holds(at));
        }
    }

    /** @param to absent while it lasts */
    record Drive(Instant from, @Nullable Instant to) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && (to == null || at.isBefore(to));
        }
    }
}
