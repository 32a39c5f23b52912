package by.belparcel.console;

import java.util.List;

/** Places of the seed data that the demonstration uses. */
public final class DemoPlaces {

    public static final String SHOP = "0190a002-0000-7000-8000-000000000001";
    public static final String WAREHOUSE = "0190a000-0000-7000-8000-000000000001";
    public static final String PVZ = "0190a001-0000-7000-8000-000000000001";

    /** Pick-up points that take turns. */
    public static final List<String> PVZS = List.of(
            PVZ,
            "0190a001-0000-7000-8000-000000000002",
            "0190a001-0000-7000-8000-000000000003",
            "0190a001-0000-7000-8000-000000000004");

    private DemoPlaces() {}
}
