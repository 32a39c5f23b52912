package by.belparcel.routing.distance;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.routing.geometry.Polyline6;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Places of the country and the answers of a provider that works. */
final class OsrmFixture {

    static final GeoPoint MINSK = new GeoPoint(53.9, 27.5667);
    static final GeoPoint BREST = new GeoPoint(52.0975, 23.6877);
    static final Instant NOON = Instant.parse("2026-11-20T09:00:00Z");
    static final Conditions DRIVING = Conditions.driving(NOON);
    static final Conditions IMPATIENT = new Conditions("driving", NOON, Duration.ofMillis(300));

    private OsrmFixture() {}

    /** Answers every table with 1.2 times the straight line at 20 m/s. */
    static OsrmServer.Answer table() {
        return table(UnaryOperator.identity());
    }

    static OsrmServer.Answer table(UnaryOperator<String> spoilt) {
        return exchange -> {
            List<GeoPoint> points = points(exchange.getRequestURI().getPath());
            String query = exchange.getRequestURI().getQuery();
            List<GeoPoint> from = chosen(points, query, "sources=");
            List<GeoPoint> to = chosen(points, query, "destinations=");
            String body = "{\"code\":\"Ok\",\"sources\":" + waypoints(from) + ",\"destinations\":" + waypoints(to)
                    + ",\"distances\":" + cells(from, to, 1) + ",\"durations\":" + cells(from, to, 20) + "}";
            OsrmServer.text(200, spoilt.apply(body)).to(exchange);
        };
    }

    static String route(List<GeoPoint> line, List<GeoPoint> waypoints, double metres, double seconds) {
        return "{\"code\":\"Ok\",\"waypoints\":" + waypoints(waypoints) + ",\"routes\":[{\"geometry\":\""
                + Polyline6.encode(line).replace("\\", "\\\\") + "\",\"legs\":[{\"distance\":" + metres
                + ",\"duration\":" + seconds + "}]}]}";
    }

    static String waypoints(List<GeoPoint> points) {
        return points.stream()
                .map(p -> String.format(Locale.ROOT, "{\"location\":[%.6f,%.6f]}", p.lng(), p.lat()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String cells(List<GeoPoint> from, List<GeoPoint> to, double by) {
        return from.stream()
                .map(a -> to.stream()
                        .map(b -> String.format(Locale.ROOT, "%.1f", a.metresTo(b) * 1.2 / by))
                        .collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static List<GeoPoint> points(String path) {
        String text = path.substring(path.lastIndexOf('/') + 1);
        return Arrays.stream(text.split(";", -1))
                .map(pair -> pair.split(",", -1))
                .map(pair -> new GeoPoint(Double.parseDouble(pair[1]), Double.parseDouble(pair[0])))
                .toList();
    }

    private static List<GeoPoint> chosen(List<GeoPoint> points, String query, String name) {
        String from = query.substring(query.indexOf(name) + name.length());
        String indexes = from.contains("&") ? from.substring(0, from.indexOf('&')) : from;
        return Arrays.stream(indexes.split(";", -1))
                .map(Integer::parseInt)
                .map(points::get)
                .toList();
    }

    /** So many places in a row through the country. */
    static List<GeoPoint> places(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new GeoPoint(52 + i * 0.01, 24 + i * 0.02))
                .toList();
    }
}
