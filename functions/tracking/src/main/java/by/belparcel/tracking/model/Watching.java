package by.belparcel.tracking.model;

import by.belparcel.kernel.GeoPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Geofence, deviation with hysteresis and stoppage, advanced by every new last position; late ones say nothing about now. */
public final class Watching {

    private final WatchTerms terms;
    private final Line way;
    private final List<Stop> stops;
    private final int timeScale;
    private final List<Sign> signs = new ArrayList<>();
    private Watch watch;

    private Watching(WatchTerms terms, Line way, List<Stop> stops, int timeScale, Watch watch) {
        this.terms = terms;
        this.way = way;
        this.stops = stops;
        this.timeScale = timeScale;
        this.watch = watch;
    }

    /** What is known afterwards and what is to be told. */
    public record Result(Watch watch, List<Sign> signs) {
        public Result {
            signs = List.copyOf(signs);
        }
    }

    /** @param timeScale divides the least time at a stop, as all minimum intervals of a simulated carrier */
    public static Result advance(
            WatchTerms terms, Line way, List<Stop> stops, int timeScale, Watch before, GeoPoint place, Instant at) {
        Watching work = new Watching(terms, way, stops, timeScale, before);
        Optional<Stop> near = stops.stream()
                .filter(stop -> stop.place().metresTo(place) <= terms.fenceM())
                .findFirst();
        work.deviation(place, at);
        work.stoppage(place, at, near.isPresent());
        work.fence(place, at);
        return new Result(work.watch, work.signs);
    }

    private void deviation(GeoPoint place, Instant at) {
        if (!way.isWay()) {
            return;
        }
        double distance = way.metresTo(place);
        if (watch.off()) {
            if (distance < terms.backM()) {
                signs.add(new Sign.BackOnTheWay(Math.round(distance), place));
                watch = watch.off(null, 0, false);
            }
            return;
        }
        if (distance <= terms.leftM()) {
            watch = watch.off(null, 0, false);
            return;
        }
        Instant since = watch.offSince() == null ? at : watch.offSince();
        int count = watch.offCount() + 1;
        boolean left = count >= terms.leftFixes() || Duration.between(since, at).compareTo(terms.leftFor()) >= 0;
        watch = watch.off(since, count, left);
        if (left) {
            signs.add(new Sign.LeftTheWay(Math.round(distance), place));
        }
    }

    private void stoppage(GeoPoint place, Instant at, boolean atStop) {
        Instant since = watch.standSince();
        if (since == null
                || atStop
                || new GeoPoint(watch.standLat(), watch.standLng()).metresTo(place) > terms.standM()) {
            watch = watch.standing(at, place.lat(), place.lng(), false);
            return;
        }
        Duration stood = Duration.between(since, at);
        if (!watch.stood() && stood.compareTo(terms.standFor()) > 0) {
            signs.add(new Sign.Stands(stood.toSeconds()));
            watch = watch.standing(since, watch.standLat(), watch.standLng(), true);
        }
    }

    private void fence(GeoPoint place, Instant at) {
        Optional<Stop> near = stops.stream()
                .filter(stop -> !stop.isOver() && !watch.fenced().contains(key(stop)))
                .filter(stop -> stop.place().metresTo(place) <= terms.fenceM())
                .findFirst();
        if (near.isEmpty()) {
            watch = watch.fence(null, null, watch.fenced());
            return;
        }
        String key = key(near.get());
        Instant entered = watch.fenceSince();
        Instant since = key.equals(watch.fence()) && entered != null ? entered : at;
        Duration stay = Duration.between(since, at);
        if (stay.compareTo(terms.fenceFor().dividedBy(timeScale)) < 0) {
            watch = watch.fence(key, since, watch.fenced());
            return;
        }
        List<String> told = new ArrayList<>(watch.fenced());
        told.add(key);
        watch = watch.fence(null, null, told);
        signs.add(new Sign.AtStop(near.get().placeId(), stay.toSeconds()));
    }

    private static String key(Stop stop) {
        return stop.seq() + ":" + stop.placeId();
    }
}
