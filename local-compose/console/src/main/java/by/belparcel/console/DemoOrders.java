package by.belparcel.console;

import by.belparcel.console.counter.Fate;
import java.util.Locale;

/** Orders of the demonstration: whole-kopeck prices that the payment simulator approves. */
public final class DemoOrders {

    private DemoOrders() {}

    private static final String PREPAID = "\"payment_method\": \"CARD_PREPAID\"";
    private static final String AT_THE_COUNTER =
            "\"payment_method\": \"PAY_ON_PICKUP\", \"goods_amount\": {\"amount\": 4500, \"currency\": \"BYN\"}";

    /** @param run makes the shop's references unique among runs */
    public static String order(String run, int number) {
        return order(run, number, DemoPlaces.WAREHOUSE, DemoPlaces.PVZS.get(number % DemoPlaces.PVZS.size()), PREPAID);
    }

    /** From and to chosen places; some are paid at the counter, among them all that will come back. */
    public static String order(String run, int number, String warehouse, String pvz) {
        boolean counter = Fate.of(number) != Fate.COLLECTED || number % 4 == 0;
        return order(run, number, warehouse, pvz, counter ? AT_THE_COUNTER : PREPAID);
    }

    private static String order(String run, int number, String warehouse, String pvz, String payment) {
        return String.format(
                Locale.ROOT, """
                {"shop_order_ref": "demo-%s-%d", "warehouse_id": "%s", "pvz_id": "%s",
                 "recipient": {"name": "Алеся Каваль", "phone": "+37529%07d", "locale": "be"},
                 "parcels": [{"no": 1, "weight_g": %d, "l": 300, "w": 200, "h": 100,
                              "declared_value": {"amount": 4500, "currency": "BYN"}}],
                 %s}""", run, number, warehouse, pvz, 1_000_000 + number, 500 + number % 40 * 100, payment);
    }
}
