package by.belparcel.pickuppoints.model;

import by.belparcel.kernel.Money;
import by.belparcel.kernel.Packaging;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What wrapping costs and carries (domain pickup-points.md 2.2). The table is data: {@code NAME:limit in grams or -:surcharge in
 * kopecks}, separated by commas; what it does not name cannot be used.
 */
public final class PackageTable {

    public static final String DEFAULT =
            "NONE:-:0,BAG:10000:500,BOX:30000:2000,FILM:-:100,BAG_FILM:10000:600,BOX_FILM:30000:2100";

    private static final Pattern JOINT = Pattern.compile("[+_\\s-]+");

    /**
     * One row.
     *
     * @param belowG the parcel must weigh less; empty = no limit
     */
    public record Terms(OptionalInt belowG, Money surcharge) {

        public boolean carries(int weightG) {
            return belowG.isEmpty() || weightG < belowG.getAsInt();
        }
    }

    private final Map<Packaging, Terms> rows;

    private PackageTable(Map<Packaging, Terms> rows) {
        this.rows = rows;
    }

    public static PackageTable parse(String text) {
        Map<Packaging, Terms> rows = new EnumMap<>(Packaging.class);
        for (String row : text.split(",", -1)) {
            String[] fields = row.strip().split(":", -1);
            if (fields.length != 3) {
                throw new IllegalStateException("A row of packages must have the form NAME:limit:surcharge");
            }
            rows.put(
                    Packaging.valueOf(fields[0]),
                    new Terms(
                            fields[1].equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(fields[1])),
                            Money.byn(Long.parseLong(fields[2]))));
        }
        return new PackageTable(rows);
    }

    /** The wrapping that is meant: any case, its parts in any order; {@code film+film} and unknown ones are none. */
    public Optional<Packaging> named(String text) {
        List<String> parts = Arrays.asList(JOINT.split(text.strip().toUpperCase(Locale.ROOT), -1));
        return rows.keySet().stream()
                .filter(packaging -> sorted(parts).equals(sorted(Arrays.asList(JOINT.split(packaging.name(), -1)))))
                .findFirst();
    }

    /** Empty when the table does not have it. */
    public Optional<Terms> terms(Packaging packaging) {
        return Optional.ofNullable(rows.get(packaging));
    }

    /** Names of all that can be used. */
    public List<String> names() {
        return rows.keySet().stream().map(Enum::name).toList();
    }

    private static List<String> sorted(List<String> parts) {
        return parts.stream().sorted().toList();
    }
}
