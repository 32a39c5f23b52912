package by.belparcel.routing.eta;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.StopState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stop of the plan as it stands.
 *
 * @param legSeconds planned driving from the stop before it, or from the start
 * @param serviceS how long it takes
 * @param notBefore begin of its window, if it has one
 * @param arrivedAt when it has been reached, if so
 */
public record PlannedCall(
        int seq,
        GeoPoint place,
        long legSeconds,
        double serviceS,
        StopState state,
        @Nullable Instant notBefore,
        @Nullable Instant arrivedAt) {

    boolean isOver() {
        return state == StopState.DONE || state == StopState.SKIPPED || state == StopState.FAILED;
    }
}
