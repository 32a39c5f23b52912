package by.belparcel.tracking.model;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.routing.geometry.Polyline;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** A planned or driven way; distances are those to its segments, not to the straight line between its ends (D13). */
public final class Line {

    private final List<GeoPoint> points;

    public Line(List<GeoPoint> points) {
        this.points = List.copyOf(points);
    }

    /** A way has at least two points. */
    public boolean isWay() {
        return points.size() > 1;
    }

    /** Metres to the nearest segment of a way. */
    public double metresTo(GeoPoint place) {
        return Polyline.of(points).metresFrom(place);
    }

    /**
     * Douglas-Peucker: the fewest points that keep every other one within the tolerance; the ends stay. Answers indexes, because
     * the points of a track carry more than a place.
     */
    public List<Integer> simplified(double toleranceM) {
        boolean[] keep = new boolean[points.size()];
        Deque<int[]> open = new ArrayDeque<>();
        if (!points.isEmpty()) {
            keep[0] = true;
            keep[points.size() - 1] = true;
            open.push(new int[] {0, points.size() - 1});
        }
        while (!open.isEmpty()) {
            int[] span = open.pop();
            int farthest = farthest(span[0], span[1], toleranceM);
            if (farthest > 0) {
                keep[farthest] = true;
                open.push(new int[] {span[0], farthest});
                open.push(new int[] {farthest, span[1]});
            }
        }
        return IntStream.range(0, keep.length).filter(i -> keep[i]).boxed().toList();
    }

    private int farthest(int from, int to, double toleranceM) {
        if (to - from < 2) {
            return 0;
        }
        Polyline chord = Polyline.of(List.of(points.get(from), points.get(to)));
        int found = 0;
        double most = toleranceM;
        for (int i = from + 1; i < to; i++) {
            double distance = chord.metresFrom(points.get(i));
            if (distance > most) {
                most = distance;
                found = i;
            }
        }
        return found;
    }
}
