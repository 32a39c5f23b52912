package by.belparcel.routing.distance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Legs between two lists of places. A pair without a way has no leg (NO_ROUTE), which is never the same as a distance of 0.
 *
 * @param cells row by row; null where there is no way
 */
public record Matrix(int rows, int columns, List<@Nullable Leg> cells, Source source) {

    public Matrix {
        if (cells.size() != rows * columns) {
            throw new IllegalArgumentException("not " + rows + " x " + columns + " cells: " + cells.size());
        }
        cells = Collections.unmodifiableList(new ArrayList<>(cells));
    }

    public Optional<Leg> leg(int from, int to) {
        if (from < 0 || from >= rows || to < 0 || to >= columns) {
            throw new IndexOutOfBoundsException(from + ", " + to);
        }
        return Optional.ofNullable(cells.get(from * columns + to));
    }

    Matrix from(Source other) {
        return new Matrix(rows, columns, cells, other);
    }
}
