package by.belparcel.routing.distance;

import by.belparcel.kernel.GeoPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a matrix that one call may ask for. A place that is both a start and an end counts once. */
record Tile(
        int firstRow,
        int firstColumn,
        List<GeoPoint> from,
        List<GeoPoint> to,
        List<GeoPoint> coordinates,
        List<Integer> sources,
        List<Integer> destinations) {

    static List<Tile> of(List<GeoPoint> from, List<GeoPoint> to, int maxCoordinates) {
        Tile whole = cut(from, to, 0, 0, Math.max(from.size(), to.size()));
        if (whole.coordinates().size() <= maxCoordinates) {
            return List.of(whole);
        }
        int side = maxCoordinates / 2;
        List<Tile> tiles = new ArrayList<>();
        for (int row = 0; row < from.size(); row += side) {
            for (int column = 0; column < to.size(); column += side) {
                tiles.add(cut(from, to, row, column, side));
            }
        }
        return tiles;
    }

    /** @param parts in the order of the tiles */
    static Matrix join(List<Tile> tiles, List<Matrix> parts, int rows, int columns, Source source) {
        @Nullable Leg[] cells = new Leg[rows * columns];
        for (int t = 0; t < tiles.size(); t++) {
            Tile tile = tiles.get(t);
            Matrix part = parts.get(t);
            for (int i = 0; i < part.rows(); i++) {
                for (int j = 0; j < part.columns(); j++) {
                    int cell = (tile.firstRow + i) * columns + tile.firstColumn + j;
                    cells[cell] = part.cells().get(i * part.columns() + j);
                }
            }
        }
        return new Matrix(rows, columns, Arrays.asList(cells), source);
    }

    private static Tile cut(List<GeoPoint> from, List<GeoPoint> to, int row, int column, int side) {
        List<GeoPoint> starts = from.subList(row, Math.min(row + side, from.size()));
        List<GeoPoint> ends = to.subList(column, Math.min(column + side, to.size()));
        Map<GeoPoint, Integer> indexes = new LinkedHashMap<>();
        List<Integer> sources =
                starts.stream().map(point -> index(indexes, point)).toList();
        List<Integer> destinations =
                ends.stream().map(point -> index(indexes, point)).toList();
        return new Tile(row, column, starts, ends, List.copyOf(indexes.keySet()), sources, destinations);
    }

    private static int index(Map<GeoPoint, Integer> indexes, GeoPoint point) {
        Integer known = indexes.putIfAbsent(point, indexes.size());
        return known == null ? indexes.size() - 1 : known;
    }
}
