package by.belparcel.routing.plan;

import by.belparcel.routing.distance.Leg;
import by.belparcel.routing.distance.Matrix;

/** Distance and time between the places of a problem, both positive infinity where there is no way. */
public interface TravelCosts {

    int places();

    double metres(int from, int to);

    double seconds(int from, int to);

    /** Of a square matrix of the same places in both directions. */
    static TravelCosts of(Matrix matrix) {
        if (matrix.rows() != matrix.columns()) {
            throw new IllegalArgumentException("not square: " + matrix.rows() + " x " + matrix.columns());
        }
        return new TravelCosts() {
            @Override
            public int places() {
                return matrix.rows();
            }

            @Override
            public double metres(int from, int to) {
                return matrix.leg(from, to)
                        .map(Leg::metres)
                        .map(Long::doubleValue)
                        .orElse(Double.POSITIVE_INFINITY);
            }

            @Override
            public double seconds(int from, int to) {
                return matrix.leg(from, to)
                        .map(Leg::seconds)
                        .map(Long::doubleValue)
                        .orElse(Double.POSITIVE_INFINITY);
            }
        };
    }
}
