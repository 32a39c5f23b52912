package by.belparcel.trips.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The vehicle classes that trips are planned for, the smallest first. */
public record Fleet(List<VehicleClass> classes) {

    /** {@code name:grams:cm3:parcels}, separated by commas. */
    public static final String DEFAULT =
            "VAN_S:800000:4000000:120,VAN_L:1500000:10000000:300,TRUCK:5000000:30000000:1000";

    private static final int FIELDS = 4;

    public Fleet {
        classes = classes.stream()
                .sorted(Comparator.comparingLong(VehicleClass::weightG).thenComparing(VehicleClass::name))
                .toList();
    }

    /** @throws IllegalStateException when the text is no list of classes */
    public static Fleet parse(String text) {
        return new Fleet(Arrays.stream(text.split(",", -1)).map(Fleet::one).toList());
    }

    private static VehicleClass one(String text) {
        String[] fields = text.strip().split(":", -1);
        if (fields.length != FIELDS) {
            throw new IllegalStateException("Not a vehicle class: " + text);
        }
        return new VehicleClass(
                fields[0], Long.parseLong(fields[1]), Long.parseLong(fields[2]), Integer.parseInt(fields[3]));
    }

    /** The smallest class that holds the load. */
    public Optional<VehicleClass> smallestFor(Cargo load) {
        return classes.stream().filter(one -> one.holds(load)).findFirst();
    }
}
