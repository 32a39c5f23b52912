package by.belparcel.trips.application.assigning;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.ServiceClass;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripRecord;
import by.belparcel.trips.model.assigning.Need;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What a trip asks of a carrier at this moment. */
final class Needs {

    private final AssigningSettings settings;

    Needs(AssigningSettings settings) {
        this.settings = settings;
    }

    Need of(TripRecord trip, Seek seek, Instant now) {
        boolean inTransit = trip.state() == TripState.IN_TRANSIT;
        List<TripBatch> open = trip.batches().stream().filter(TripBatch::open).toList();
        boolean express = open.stream().anyMatch(batch -> batch.service() == ServiceClass.EXPRESS);
        return new Need(
                inTransit ? handoverPlace(trip, seek) : trip.origin(),
                trip.originId(),
                open.stream().mapToLong(TripBatch::weightG).sum(),
                open.stream().mapToLong(TripBatch::volumeCm3).sum(),
                open.stream().mapToInt(TripBatch::slots).sum(),
                inTransit ? remaining(trip, now) : trip.durationS(),
                settings.skills(express),
                Set.of(),
                seek.fromCarrierId(),
                settings.radius().of(seek.trigger(), inTransit, seek.retries()));
    }

    /** Where it was agreed, else where the vehicle stands, else its last stop, else the origin. */
    static GeoPoint handoverPlace(TripRecord trip, Seek seek) {
        GeoPoint agreed = seek.place();
        if (agreed != null) {
            return agreed;
        }
        GeoPoint broken = trip.lastPlace();
        if (broken != null) {
            return broken;
        }
        return trip.stops().stream()
                .filter(Stop::finished)
                .reduce((earlier, later) -> later)
                .map(Stop::point)
                .orElse(trip.origin());
    }

    private static long remaining(TripRecord trip, Instant now) {
        Instant departed = trip.progress().departedAt();
        long gone = departed == null ? 0 : Duration.between(departed, now).toSeconds();
        return Math.max(0, trip.durationS() - gone);
    }
}
