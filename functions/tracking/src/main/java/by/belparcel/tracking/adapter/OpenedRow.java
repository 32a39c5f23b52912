package by.belparcel.tracking.adapter;

import by.belparcel.kernel.TripState;
import by.belparcel.tracking.application.Opened;
import by.belparcel.tracking.application.TripFacts;
import by.belparcel.tracking.model.Fix;
import by.belparcel.tracking.model.Latest;
import by.belparcel.tracking.model.Situation;
import by.belparcel.tracking.model.Spot;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer of {@code tracking.fix_open}. */
final class OpenedRow {

    /** A row of {@code tracking.carrier}. */
    private record Carrier(
            boolean active,
            @Nullable String kind,
            int timeScale,
            List<Long> skew,
            List<Fix> candidates,
            Map<String, Instant> told) {

        static final Carrier UNKNOWN = new Carrier(false, null, 1, List.of(), List.of(), Map.of());
    }

    private OpenedRow() {}

    static Opened read(Readable row, Fix fix) {
        Carrier known = Rows.json(row, "carrier", Carrier.class);
        Carrier carrier = known == null ? Carrier.UNKNOWN : known;
        TripFacts trip = Rows.json(row, "trip", TripFacts.class);
        Situation situation = new Situation(
                carrier.active(),
                Math.max(1, carrier.timeScale()),
                Rows.flag(row, "duplicate"),
                trip == null ? null : trip.fromAt(),
                trip != null
                        && trip.state() == TripState.IN_TRANSIT
                        && fix.carrierId().equals(trip.carrierId()),
                Rows.json(row, "latest", Latest.class),
                Rows.time(row, "before_at"),
                Rows.time(row, "after_at"),
                Rows.json(row, "good_before", Spot.class),
                Rows.json(row, "good_after", Spot.class),
                Rows.time(row, "fine_at"),
                carrier.skew(),
                carrier.candidates());
        return new Opened(situation, trip, carrier.kind(), known == null ? null : known.told());
    }
}
