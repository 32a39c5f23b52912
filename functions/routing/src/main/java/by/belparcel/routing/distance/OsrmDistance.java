package by.belparcel.routing.distance;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.PlanQuality;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Roads from an OSRM server over HTTP; nothing blocks. An answer that cannot be true is a {@link ProviderException}. */
public final class OsrmDistance implements DistanceProvider {

    private static final Source SOURCE = new Source("osrm", PlanQuality.ROAD, false);

    private final OsrmSettings settings;
    private final OsrmClient client;
    private final OsrmAnswer answer;

    public OsrmDistance(OsrmSettings settings, HttpClient http) {
        this.settings = settings;
        this.client = new OsrmClient(http, settings);
        this.answer = new OsrmAnswer(settings, SOURCE);
    }

    @Override
    public Mono<Matrix> matrix(List<GeoPoint> from, List<GeoPoint> to, Conditions conditions) {
        if (from.isEmpty() || to.isEmpty()) {
            return Mono.just(new Matrix(from.size(), to.size(), List.of(), SOURCE));
        }
        List<Tile> tiles = Tile.of(from, to, settings.maxCoordinates());
        return within(
                conditions.deadline(),
                Flux.fromIterable(tiles)
                        .flatMapSequential(tile -> tile(tile, conditions), settings.concurrency())
                        .collectList()
                        .map(parts -> Tile.join(tiles, parts, from.size(), to.size(), SOURCE)));
    }

    @Override
    public Mono<Route> route(List<GeoPoint> via, Conditions conditions) {
        Via.check(via);
        return within(
                conditions.deadline(),
                client.get(
                                path("route", conditions, via) + "?overview=full&geometries=polyline6&steps=false",
                                conditions.deadline())
                        .map(root -> answer.route(root, via)));
    }

    @Override
    public Mono<Snap> nearest(GeoPoint point, Conditions conditions) {
        return within(
                conditions.deadline(),
                client.get(path("nearest", conditions, List.of(point)) + "?number=1", conditions.deadline())
                        .map(root -> answer.nearest(root, point)));
    }

    @Override
    public PlanQuality quality() {
        return PlanQuality.ROAD;
    }

    private Mono<Matrix> tile(Tile tile, Conditions conditions) {
        String query = "?annotations=duration,distance&sources=" + indexes(tile.sources()) + "&destinations="
                + indexes(tile.destinations());
        Mono<JsonNode> root = client.get(path("table", conditions, tile.coordinates()) + query, conditions.deadline());
        return root.map(found -> answer.matrix(found, tile.from(), tile.to()));
    }

    /** The whole answer with its body and retries, not only the first byte of it. */
    private static <T> Mono<T> within(Duration deadline, Mono<T> work) {
        return work.timeout(deadline)
                .onErrorMap(TimeoutException.class, e -> new ProviderException("no answer in " + deadline, e));
    }

    private static String path(String service, Conditions conditions, List<GeoPoint> points) {
        return "/" + service + "/v1/" + conditions.profile() + "/"
                + points.stream()
                        .map(point -> String.format(Locale.ROOT, "%.6f,%.6f", point.lng(), point.lat()))
                        .collect(Collectors.joining(";"));
    }

    private static String indexes(List<Integer> indexes) {
        return indexes.stream().map(String::valueOf).collect(Collectors.joining(";"));
    }
}
