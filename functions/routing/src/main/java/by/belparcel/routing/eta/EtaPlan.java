package by.belparcel.routing.eta;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.PlanQuality;
import by.belparcel.routing.geometry.Polyline;
import java.util.ArrayList;
import java.util.List;

/** A route with its stops, and how far along the line each of them is. */
public final class EtaPlan {

    private final Polyline line;
    private final List<PlannedCall> calls;
    private final PlanQuality quality;
    private final List<Double> along;

    private EtaPlan(Polyline line, List<PlannedCall> calls, PlanQuality quality) {
        this.line = line;
        this.calls = List.copyOf(calls);
        this.quality = quality;
        List<Double> positions = new ArrayList<>();
        double last = 0;
        for (PlannedCall call : calls) {
            last = line.nearestFrom(call.place(), last).alongMetres();
            positions.add(last);
        }
        this.along = positions;
    }

    /** @param calls all stops of the plan in their order, those that are over included */
    public static EtaPlan of(List<GeoPoint> line, List<PlannedCall> calls, PlanQuality quality) {
        return new EtaPlan(Polyline.of(line), calls, quality);
    }

    Polyline line() {
        return line;
    }

    List<PlannedCall> calls() {
        return calls;
    }

    PlanQuality quality() {
        return quality;
    }

    /** Index of the first stop that is not over; the number of stops when all are. */
    int next() {
        int next = calls.size();
        while (next > 0 && !calls.get(next - 1).isOver()) {
            next--;
        }
        return next;
    }

    /** Metres along the line of the stop before an index, or of the start. */
    double before(int index) {
        return index == 0 ? 0 : along.get(index - 1);
    }

    /** Planned driving seconds between two places along the line. */
    double plannedSeconds(double from, double to) {
        double seconds = 0;
        for (int i = 0; i < calls.size(); i++) {
            double start = before(i);
            double length = along.get(i) - start;
            double part = Math.min(to, along.get(i)) - Math.max(from, start);
            if (length > 0 && part > 0) {
                seconds += calls.get(i).legSeconds() * part / length;
            }
        }
        return seconds;
    }
}
