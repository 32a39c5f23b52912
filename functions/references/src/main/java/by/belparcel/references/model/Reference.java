package by.belparcel.references.model;

import java.util.SortedMap;

/** Something that other contexts refer to by its id. */
public sealed interface Reference permits Warehouse, PickupPoint, Shop {

    /** {@code warehouse}, {@code pvz} or {@code shop}, as in {@code reference.updated}. */
    String kind();

    String id();

    /** Grows by one with each change. */
    long version();

    /** What other contexts may know: neither names nor addresses (domain README 4.3). Keys as on the wire. */
    SortedMap<String, Object> state();
}
