package by.belparcel.routing.geometry;

import by.belparcel.kernel.GeoPoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** A line on the ground. Distances are to its segments, not to its points nor to the straight line between its ends (D13). */
public final class Polyline {

    private final List<GeoPoint> points;
    private final List<Segment> segments;
    private final double length;

    private Polyline(List<GeoPoint> points) {
        this.points = List.copyOf(points);
        List<Segment> parts = new ArrayList<>();
        double along = 0;
        for (int i = 1; i < points.size(); i++) {
            Segment segment = Segment.between(points.get(i - 1), points.get(i), along);
            parts.add(segment);
            along += segment.metres();
        }
        this.segments = parts;
        this.length = along;
    }

    /** @throws IllegalArgumentException when there are fewer than two points */
    public static Polyline of(List<GeoPoint> points) {
        if (points.size() < 2) {
            throw new IllegalArgumentException("a line has two points");
        }
        return new Polyline(points);
    }

    public List<GeoPoint> points() {
        return points;
    }

    public double lengthMetres() {
        return length;
    }

    /** Metres from the nearest segment. */
    public double metresFrom(GeoPoint point) {
        return nearest(point).offsetMetres();
    }

    public Projection nearest(GeoPoint point) {
        return nearestFrom(point, 0);
    }

    /** Only on the part that begins at a progress, for a way that passes the same place twice. */
    public Projection nearestFrom(GeoPoint point, double alongMetres) {
        Vector asked = Vector.of(point);
        double from = Math.clamp(alongMetres, 0, length);
        Projection best = segments.getLast().project(asked, segments.size() - 1, from);
        for (int i = 0; i < segments.size() - 1; i++) {
            Segment segment = segments.get(i);
            if (segment.startsAt() + segment.metres() >= from) {
                Projection projection = segment.project(asked, i, from);
                if (projection.offsetMetres() < best.offsetMetres()) {
                    best = projection;
                }
            }
        }
        return best;
    }

    /** The place at a progress along the line. */
    public GeoPoint at(double alongMetres) {
        double along = Math.clamp(alongMetres, 0, length);
        for (Segment segment : segments) {
            if (along <= segment.startsAt() + segment.metres()) {
                return segment.at(along - segment.startsAt());
            }
        }
        return points.getLast();
    }

    /** Fewer points, none of the left out ones farther than the tolerance from what remains (Douglas-Peucker). */
    public Polyline simplified(double toleranceMetres) {
        BitSet kept = new BitSet(points.size());
        kept.set(0);
        kept.set(points.size() - 1);
        Deque<int[]> parts = new ArrayDeque<>();
        parts.push(new int[] {0, points.size() - 1});
        while (!parts.isEmpty()) {
            int[] part = parts.pop();
            int farthest = farthest(part[0], part[1], toleranceMetres);
            if (farthest > 0) {
                kept.set(farthest);
                parts.push(new int[] {part[0], farthest});
                parts.push(new int[] {farthest, part[1]});
            }
        }
        return new Polyline(kept.stream().mapToObj(points::get).toList());
    }

    private int farthest(int from, int to, double toleranceMetres) {
        Segment chord = Segment.between(points.get(from), points.get(to), 0);
        double most = toleranceMetres;
        int index = -1;
        for (int i = from + 1; i < to; i++) {
            double offset = chord.project(Vector.of(points.get(i)), 0, 0).offsetMetres();
            if (offset > most) {
                most = offset;
                index = i;
            }
        }
        return index;
    }
}
