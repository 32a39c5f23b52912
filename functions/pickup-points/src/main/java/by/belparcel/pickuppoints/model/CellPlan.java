package by.belparcel.pickuppoints.model;

import by.belparcel.eventing.outcome.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The cells of a point by size, for the suggestion of the first free one (domain pickup-points.md 2.3, rule 7). The plan is data:
 * {@code rack:shelves x cells:up to grams or -}, small ones first. A cell that is not of the plan may be used as well.
 */
public final class CellPlan {

    public static final Pattern CODE = Pattern.compile("[A-Z]{1,2}-[0-9]{2}-[0-9]{1,2}");
    public static final String DEFAULT = "A:20x9:2000,B:20x6:10000,C:10x4:-";

    private record Rack(int belowG, List<String> cells) {}

    private final List<Rack> racks;

    private CellPlan(List<Rack> racks) {
        this.racks = racks;
    }

    public static CellPlan parse(String text) {
        List<Rack> racks = new ArrayList<>();
        for (String row : text.split(",", -1)) {
            String[] fields = row.strip().split("[:x]", -1);
            if (fields.length != 4) {
                throw new IllegalStateException("A rack must have the form A:20x9:2000");
            }
            int below = fields[3].equals("-") ? Integer.MAX_VALUE : Integer.parseInt(fields[3]);
            racks.add(new Rack(below, cells(fields[0], Integer.parseInt(fields[1]), Integer.parseInt(fields[2]))));
        }
        return new CellPlan(racks);
    }

    /** The first free cell of the smallest size that is large enough; empty when all such cells are taken. */
    public Optional<String> firstFree(Set<String> taken, int weightG) {
        return racks.stream()
                .filter(rack -> weightG < rack.belowG())
                .flatMap(rack -> rack.cells().stream())
                .filter(cell -> !taken.contains(cell))
                .findFirst();
    }

    /** Why a parcel cannot be put there. */
    public static Rejection taken(String cell) {
        return Rejection.of(Rejection.Kind.CONFLICT, "CELL_TAKEN", "There is a parcel in cell " + cell + ".")
                .with("cell", cell);
    }

    private static List<String> cells(String rack, int shelves, int perShelf) {
        List<String> cells = new ArrayList<>();
        for (int shelf = 1; shelf <= shelves; shelf++) {
            for (int cell = 1; cell <= perShelf; cell++) {
                cells.add(String.format(Locale.ROOT, "%s-%02d-%d", rack, shelf, cell));
            }
        }
        return List.copyOf(cells);
    }
}
