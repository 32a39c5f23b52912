package by.belparcel.routing.distance;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.routing.geometry.Polyline6;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads answers and believes only what can be true; places come as longitude, latitude (quality S-158). */
final class OsrmAnswer {

    private static final double MAX_METRES = 5_000_000;
    private static final double MAX_MPS = 60;
    /** What rounding and the start from standing may make of a short leg. */
    private static final double SLACK_METRES = 100;

    private static final double STRAIGHT_SHARE = 0.95;

    private final OsrmSettings settings;
    private final Source source;

    OsrmAnswer(OsrmSettings settings, Source source) {
        this.settings = settings;
        this.source = source;
    }

    Matrix matrix(JsonNode root, List<GeoPoint> from, List<GeoPoint> to) {
        List<Snap> sources = snaps(root.path("sources"), from);
        List<Snap> destinations = snaps(root.path("destinations"), to);
        JsonNode distances = array(root.path("distances"), from.size());
        JsonNode durations = array(root.path("durations"), from.size());
        List<@Nullable Leg> cells = new ArrayList<>(from.size() * to.size());
        for (int i = 0; i < from.size(); i++) {
            JsonNode metres = array(distances.path(i), to.size());
            JsonNode seconds = array(durations.path(i), to.size());
            for (int j = 0; j < to.size(); j++) {
                cells.add(cell(
                        metres.path(j),
                        seconds.path(j),
                        sources.get(i).point(),
                        destinations.get(j).point()));
            }
        }
        return new Matrix(from.size(), to.size(), cells, source);
    }

    Route route(JsonNode root, List<GeoPoint> via) {
        List<Snap> stops = snaps(root.path("waypoints"), via);
        JsonNode route = root.path("routes").path(0);
        JsonNode parts = array(route.path("legs"), via.size() - 1);
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            JsonNode part = parts.path(i);
            legs.add(leg(
                    part.path("distance"),
                    part.path("duration"),
                    stops.get(i).point(),
                    stops.get(i + 1).point()));
        }
        List<GeoPoint> line = line(route.path("geometry").asString(""));
        if (line.size() < 2
                || line.getFirst().metresTo(stops.getFirst().point()) > settings.snapMetres()
                || line.getLast().metresTo(stops.getLast().point()) > settings.snapMetres()) {
            throw new ProviderException("the line does not join the places");
        }
        return new Route(
                line,
                legs,
                legs.stream().mapToLong(Leg::metres).sum(),
                legs.stream().mapToLong(Leg::seconds).sum(),
                source);
    }

    Snap nearest(JsonNode root, GeoPoint point) {
        return snap(root.path("waypoints").path(0), point);
    }

    private List<GeoPoint> line(String geometry) {
        List<GeoPoint> line;
        try {
            line = Polyline6.decode(geometry);
        } catch (IllegalArgumentException e) {
            throw new ProviderException("the line cannot be read", e);
        }
        if (!line.stream().allMatch(point -> settings.box().contains(point.lat(), point.lng()))) {
            throw new ProviderException("the line leaves the country");
        }
        return line;
    }

    private List<Snap> snaps(JsonNode waypoints, List<GeoPoint> asked) {
        JsonNode all = array(waypoints, asked.size());
        List<Snap> snaps = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            snaps.add(snap(all.path(i), asked.get(i)));
        }
        return snaps;
    }

    private Snap snap(JsonNode waypoint, GeoPoint asked) {
        JsonNode location = array(waypoint.path("location"), 2);
        double lng = number(location.path(0));
        double lat = number(location.path(1));
        if (!settings.box().contains(lat, lng)) {
            throw new ProviderException("a place outside the country");
        }
        GeoPoint point = new GeoPoint(lat, lng);
        double offset = point.metresTo(asked);
        if (offset > settings.snapMetres()) {
            throw new ProviderException("a place that nobody asked for");
        }
        return new Snap(point, offset, source);
    }

    /** Null only when both figures are null; one alone cannot be true. */
    private static @Nullable Leg cell(JsonNode metres, JsonNode seconds, GeoPoint from, GeoPoint to) {
        return metres.isNull() && seconds.isNull() ? null : leg(metres, seconds, from, to);
    }

    private static Leg leg(JsonNode metres, JsonNode seconds, GeoPoint from, GeoPoint to) {
        double m = number(metres);
        double s = number(seconds);
        double straight = from.metresTo(to);
        boolean possible = m >= 0
                && m <= MAX_METRES
                && m + SLACK_METRES >= straight * STRAIGHT_SHARE
                && s >= 0
                && m <= s * MAX_MPS + SLACK_METRES;
        if (!possible) {
            throw new ProviderException("a leg that cannot be: " + m + " m, " + s + " s");
        }
        return new Leg(Math.round(m), Math.round(s));
    }

    private static double number(JsonNode node) {
        if (!node.isNumber() || !Double.isFinite(node.asDouble())) {
            throw new ProviderException("a number is missing");
        }
        return node.asDouble();
    }

    private static JsonNode array(JsonNode node, int size) {
        if (!node.isArray() || node.size() != size) {
            throw new ProviderException("not a list of " + size);
        }
        return node;
    }
}
