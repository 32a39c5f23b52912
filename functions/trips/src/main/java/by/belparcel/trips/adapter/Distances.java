package by.belparcel.trips.adapter;

import by.belparcel.eventing.handling.Settings;
import by.belparcel.routing.distance.Breaker;
import by.belparcel.routing.distance.CachedDistance;
import by.belparcel.routing.distance.DistanceProvider;
import by.belparcel.routing.distance.FallbackDistance;
import by.belparcel.routing.distance.GreatCircleDistance;
import by.belparcel.routing.distance.GreatCircleSettings;
import by.belparcel.routing.distance.OsrmDistance;
import by.belparcel.routing.distance.OsrmSettings;
import by.belparcel.routing.plan.BudgetedOptimizer;
import by.belparcel.trips.application.planning.Sequencing;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;

/**
 * The routing library as trips use it: roads from OSRM where {@code belparcel.trips.osrm-url} names a server, with straight lines
 * behind it; straight lines alone otherwise.
 */
public final class Distances {

    private static final Duration CONNECT = Duration.ofSeconds(1);

    private Distances() {}

    public static Sequencing sequencing(Settings settings) {
        return new Sequencing(provider(settings), BudgetedOptimizer.standard());
    }

    private static DistanceProvider provider(Settings settings) {
        DistanceProvider straight = new GreatCircleDistance(GreatCircleSettings.DEFAULT);
        return settings.find("belparcel.trips.osrm-url")
                .map(url -> osrm(URI.create(url), straight))
                .orElse(straight);
    }

    private static DistanceProvider osrm(URI base, DistanceProvider straight) {
        Clock clock = Clock.systemUTC();
        HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        DistanceProvider roads = new CachedDistance(
                new OsrmDistance(OsrmSettings.of(base), http), CachedDistance.Settings.DEFAULT, clock);
        return new FallbackDistance(roads, straight, new Breaker(Breaker.Settings.DEFAULT, clock));
    }
}
