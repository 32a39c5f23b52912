package by.belparcel.tracking.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the filter made of a fix. */
public sealed interface Verdict {

    /**
     * Belongs to the track.
     *
     * @param fix with a corrected time where the device's clock was wrong
     * @param newest whether it is also the last position; false = late, history only
     * @param reAnchored whether it proved two earlier jumps right
     * @param readmitted those jumps, to be put into the track
     */
    record Accepted(Fix fix, Quality quality, boolean newest, boolean reAnchored, List<Fix> readmitted)
            implements Verdict {
        public Accepted {
            readmitted = List.copyOf(readmitted);
        }
    }

    /** The vehicle still stands: it is alive, the track does not grow. */
    record Heartbeat(Fix fix) implements Verdict {}

    /**
     * Not taken.
     *
     * @param values what was measured
     * @param candidate a jump that may turn out to be the truth, otherwise absent
     */
    record Refused(
            Rule rule, Map<String, Object> values, @Nullable Fix candidate) implements Verdict {
        public Refused {
            values = Map.copyOf(values);
        }
    }
}
