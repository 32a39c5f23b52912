package by.belparcel.orders.application;

import by.belparcel.eventing.handling.Input;
import by.belparcel.kernel.Dimensions;
import by.belparcel.kernel.Money;
import by.belparcel.orders.model.Parcel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the parcels of an order. Their numbers may be left out; given numbers must be 1 to n, each once. */
final class ParcelsReader {

    private static final int MAX_PARCELS = 10;
    private static final int MAX_WEIGHT_G = 50_000;
    private static final long MAX_DECLARED = 1_000_000;
    /** Far above the business limit, which is a rule with an answer of its own. */
    private static final int ABSURD_SIDE_MM = 1_000_000;

    private static final int UNNUMBERED = 0;

    private ParcelsReader() {}

    static List<Parcel> read(Input order) {
        List<Parcel> parcels = order.list("parcels", 1, MAX_PARCELS, ParcelsReader::parcel);
        if (parcels.stream().allMatch(parcel -> parcel.no() == UNNUMBERED)) {
            return numbered(parcels);
        }
        TreeSet<Integer> numbers =
                new TreeSet<>(parcels.stream().map(Parcel::no).toList());
        if (numbers.size() != parcels.size() || numbers.first() != 1 || numbers.last() != parcels.size()) {
            order.reject(
                    "parcels",
                    "NUMBERING",
                    "parcels must be numbered from 1, each number once",
                    "1.." + parcels.size(),
                    null);
        }
        return parcels;
    }

    private static Parcel parcel(Input input) {
        int no = input.optionalInteger("no", 1, MAX_PARCELS)
                .orElse((long) UNNUMBERED)
                .intValue();
        int weight = (int) input.integer("weight_g", 1, MAX_WEIGHT_G);
        Optional<Money> declared = MoneyField.read(input, "declared_value", MAX_DECLARED);
        return new Parcel(
                no,
                weight,
                size(input),
                declared.orElse(null),
                input.flag("fragile", false),
                input.optionalText("contains", 0, 200).orElse(null));
    }

    private static @Nullable Dimensions size(Input input) {
        Optional<Long> l = input.optionalInteger("l", 1, ABSURD_SIDE_MM);
        Optional<Long> w = input.optionalInteger("w", 1, ABSURD_SIDE_MM);
        Optional<Long> h = input.optionalInteger("h", 1, ABSURD_SIDE_MM);
        if (l.isPresent() && w.isPresent() && h.isPresent()) {
            return new Dimensions(
                    l.get().intValue(), w.get().intValue(), h.get().intValue());
        }
        if (input.has("l") || input.has("w") || input.has("h")) {
            for (String side : List.of("l", "w", "h")) {
                if (!input.has(side)) {
                    input.reject(side, "REQUIRED", "give all three sides or none", null, null);
                }
            }
        }
        return null;
    }

    private static List<Parcel> numbered(List<Parcel> parcels) {
        List<Parcel> result = new ArrayList<>();
        for (Parcel p : parcels) {
            result.add(
                    new Parcel(result.size() + 1, p.weightG(), p.size(), p.declaredValue(), p.fragile(), p.contains()));
        }
        return result;
    }
}
