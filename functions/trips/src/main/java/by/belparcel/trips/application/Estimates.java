package by.belparcel.trips.application;

import by.belparcel.events.TripEvent;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.TripState;
import by.belparcel.routing.eta.Eta;
import by.belparcel.routing.eta.EtaCalculator;
import by.belparcel.routing.eta.EtaPlan;
import by.belparcel.routing.eta.EtaSettings;
import by.belparcel.routing.eta.Fix;
import by.belparcel.routing.eta.PlannedCall;
import by.belparcel.routing.eta.SpeedFactor;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a trip on its way will be at its stops, and whether that is worth telling. */
public final class Estimates {

    private final EtaSettings settings;
    private final EtaCalculator calculator;

    public Estimates(TripTerms terms) {
        EtaSettings d = EtaSettings.DEFAULT;
        this.settings = new EtaSettings(
                d.fresh(), d.stale(), d.sample(), d.minFactor(), d.maxFactor(), terms.etaChange(), d.offRouteMetres());
        this.calculator = new EtaCalculator(settings);
    }

    /**
     * What a trip looks like after an estimate.
     *
     * @param trip with arrival times, at its old version
     * @param news present when the next arrival has to be told
     */
    public record Estimated(TripRecord trip, TripEvent.@Nullable EtaChanged news) {}

    /** Told only when it moved or became of another quality. @param fixes the newest last; empty: nothing is known */
    public Estimated of(TripRecord trip, List<Fix> fixes, Instant now) {
        return of(trip, fixes, now, false);
    }

    /** @param another whether it is an arrival that nobody was told of yet: at another stop, or of another vehicle */
    public Estimated of(TripRecord trip, List<Fix> fixes, Instant now, boolean another) {
        Optional<Stop> next = trip.nextStop();
        if (trip.state() != TripState.IN_TRANSIT || next.isEmpty()) {
            return new Estimated(trip, null);
        }
        EtaPlan plan = plan(trip);
        Fix last = fixes.isEmpty() ? null : fixes.getLast();
        double factor = SpeedFactor.of(plan, fixes, standing(trip, fixes, now), now, settings);
        List<Eta> etas = calculator.of(plan, last, factor, now);
        if (etas.isEmpty()) {
            return new Estimated(trip, null);
        }
        TripRecord after = trip;
        for (Eta eta : etas) {
            after = after.edit()
                    .stop(eta.seq(), stop -> stop.withEta(eta.at().orElse(null)))
                    .done();
        }
        return tell(after, next.get(), etas.getFirst(), another, now);
    }

    /** What of the time between the first and the last position was spent at stops: it is no slow driving. */
    private Duration standing(TripRecord trip, List<Fix> fixes, Instant now) {
        Instant since = now.minus(settings.sample());
        List<Instant> sample = fixes.stream()
                .map(Fix::at)
                .filter(at -> !at.isBefore(since) && !at.isAfter(now))
                .sorted()
                .toList();
        Duration sum = Duration.ZERO;
        for (Stop stop : sample.isEmpty() ? List.<Stop>of() : trip.stops()) {
            Instant arrived = stop.actualArrival();
            if (arrived != null) {
                Instant left = stop.actualDeparture() == null ? now : stop.actualDeparture();
                Instant from = arrived.isAfter(sample.getFirst()) ? arrived : sample.getFirst();
                Instant to = left.isBefore(sample.getLast()) ? left : sample.getLast();
                sum = to.isAfter(from) ? sum.plus(Duration.between(from, to)) : sum;
            }
        }
        return sum;
    }

    private Estimated tell(TripRecord trip, Stop next, Eta eta, boolean another, Instant now) {
        Instant at = eta.at().orElse(null);
        Instant end = next.windowTo();
        long late = at == null || end == null || !at.isAfter(end)
                ? 0
                : Duration.between(end, at).toSeconds();
        Eta before = new Eta(
                next.seq(), Optional.ofNullable(next.eta()), trip.progress().etaQuality());
        TripRecord after = trip.edit()
                .progress(trip.progress().expected(at, eta.quality(), late))
                .done();
        TripEvent.EtaChanged news = calculator.changed(before, eta) || (another && at != null)
                ? new TripEvent.EtaChanged(trip.id(), next.seq(), at, next.eta(), eta.quality(), late, now)
                : null;
        return new Estimated(after, news);
    }

    private static EtaPlan plan(TripRecord trip) {
        List<GeoPoint> line = new ArrayList<>();
        line.add(trip.origin());
        List<PlannedCall> calls = new ArrayList<>();
        for (Stop stop : trip.stops()) {
            line.add(stop.point());
            calls.add(new PlannedCall(
                    stop.seq(),
                    stop.point(),
                    stop.legS(),
                    stop.serviceS(),
                    stop.state(),
                    stop.windowFrom(),
                    stop.actualArrival()));
        }
        return EtaPlan.of(line, calls, trip.plan().quality());
    }
}
