package by.belparcel.trips.model;

import by.belparcel.kernel.EtaQuality;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a trip is.
 *
 * @param etaAt last announced arrival at the next stop
 * @param lateS seconds beyond the end of that stop's window, 0 when in time
 */
public record Progress(
        @Nullable Instant departedAt,
        @Nullable Instant completedAt,
        @Nullable Instant etaAt,
        EtaQuality etaQuality,
        long lateS) {

    public static final Progress NONE = new Progress(null, null, null, EtaQuality.NONE, 0);

    public Progress departed(Instant at) {
        return new Progress(departedAt == null ? at : departedAt, completedAt, etaAt, etaQuality, lateS);
    }

    public Progress completed(Instant at) {
        return new Progress(departedAt, at, null, EtaQuality.NONE, 0);
    }

    public Progress expected(@Nullable Instant eta, EtaQuality quality, long late) {
        return new Progress(departedAt, completedAt, eta, quality, late);
    }
}
