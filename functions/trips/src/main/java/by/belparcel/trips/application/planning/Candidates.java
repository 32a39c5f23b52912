package by.belparcel.trips.application.planning;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.trips.application.TripTerms;
import by.belparcel.trips.model.Place;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripRecord;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which PLANNED trips might take a further batch, the least detour first. The detour is estimated along straight lines here;
 * whoever is chosen is measured afterwards.
 */
final class Candidates {

    /** Trips that are measured before a new one is made. */
    private static final int MOST = 3;

    private final TripTerms terms;

    Candidates(TripTerms terms) {
        this.terms = terms;
    }

    List<TripRecord> of(List<TripRecord> plannable, TripBatch batch, Place destination) {
        return plannable.stream()
                .filter(trip -> fits(trip, batch))
                .filter(trip -> detour(trip, destination) <= allowed(lengthOf(trip)))
                .sorted(Comparator.<TripRecord>comparingDouble(trip -> detour(trip, destination))
                        .thenComparing(TripRecord::id))
                .limit(MOST)
                .toList();
    }

    /** min(30 %, 40 km). */
    double allowed(double metres) {
        return Math.min(metres * terms.detourPercent() / 100, terms.detourM());
    }

    private boolean fits(TripRecord trip, TripBatch batch) {
        boolean calls = trip.stops().stream().anyMatch(stop -> stop.placeId().equals(batch.destId()));
        boolean room = calls || trip.stops().size() < terms.maxStops();
        List<TripBatch> together =
                Stream.concat(trip.batches().stream(), Stream.of(batch)).toList();
        return room
                && !trip.needsManual()
                && terms.fleet().smallestFor(Calls.sum(together)).isPresent();
    }

    private static double lengthOf(TripRecord trip) {
        double length = 0;
        for (int i = 1; i < trip.stops().size(); i++) {
            length +=
                    trip.stops().get(i - 1).point().metresTo(trip.stops().get(i).point());
        }
        return length;
    }

    /** The least that a call there adds, in metres. */
    private static double detour(TripRecord trip, Place destination) {
        List<Stop> stops = trip.stops();
        if (stops.stream().anyMatch(stop -> stop.placeId().equals(destination.id()))) {
            return 0;
        }
        GeoPoint there = destination.point();
        double least = stops.getLast().point().metresTo(there);
        for (int i = 1; i < stops.size(); i++) {
            GeoPoint from = stops.get(i - 1).point();
            GeoPoint to = stops.get(i).point();
            least = Math.min(least, from.metresTo(there) + there.metresTo(to) - from.metresTo(to));
        }
        return least;
    }
}
