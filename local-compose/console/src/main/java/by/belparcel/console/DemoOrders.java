package by.belparcel.console;

import java.util.Locale;

/** Orders of the demonstration: whole-kopeck prices that the payment simulator approves. */
public final class DemoOrders {

    private DemoOrders() {}

    /** @param run makes the shop's references unique among runs */
    public static String order(String run, int number) {
        return order(run, number, DemoPlaces.WAREHOUSE, DemoPlaces.PVZS.get(number % DemoPlaces.PVZS.size()));
    }

    /** The same from and to chosen places. */
    public static String order(String run, int number, String warehouse, String pvz) {
        return String.format(
                Locale.ROOT, """
                {"shop_order_ref": "demo-%s-%d", "warehouse_id": "%s", "pvz_id": "%s",
                 "recipient": {"name": "Алеся Каваль", "phone": "+37529%07d", "locale": "be"},
                 "parcels": [{"no": 1, "weight_g": %d, "l": 300, "w": 200, "h": 100,
                              "declared_value": {"amount": 4500, "currency": "BYN"}}],
                 "payment_method": "CARD_PREPAID"}""", run, number, warehouse, pvz, 1_000_000 + number, 500 + number % 40 * 100);
    }
}
