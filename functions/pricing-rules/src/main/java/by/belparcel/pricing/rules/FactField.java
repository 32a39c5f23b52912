package by.belparcel.pricing.rules;

import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.kernel.ServiceClass;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A field that rules may ask for.
 *
 * @param allowed the only values a text field may have, empty when any text is allowed
 */
record FactField(String name, Kind kind, Set<String> allowed) {

    enum Kind {
        NUMBER,
        TEXT,
        FLAG,
        TIME,
        DATE
    }

    static final List<String> WEEKDAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private static final Map<String, FactField> ALL = catalogue();

    static Optional<FactField> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    boolean ordered() {
        return kind == Kind.NUMBER || kind == Kind.TIME || kind == Kind.DATE;
    }

    private static Map<String, FactField> catalogue() {
        Map<String, FactField> all = new HashMap<>();
        for (String zone : List.of("zone", "zone_from", "zone_to", "promo_code", "shop.id")) {
            put(all, zone, Kind.TEXT, Set.of());
        }
        for (String number : List.of(
                "distance_km", "weight_g", "volume_cm3", "volumetric_weight_g", "goods_amount", "shop.orders_30d")) {
            put(all, number, Kind.NUMBER, Set.of());
        }
        for (String signal : Facts.SIGNALS) {
            put(all, "signal." + signal, Kind.NUMBER, Set.of());
        }
        for (String flag : List.of("insurance", "age_check", "id_check", "partial_issue")) {
            put(all, "options." + flag, Kind.FLAG, Set.of());
        }
        put(all, "service", Kind.TEXT, names(ServiceClass.values()));
        put(all, "packaging", Kind.TEXT, names(Packaging.values()));
        put(all, "payment_method", Kind.TEXT, names(PaymentMethod.values()));
        put(all, "weekday", Kind.TEXT, Set.copyOf(WEEKDAYS));
        put(all, "local_time", Kind.TIME, Set.of());
        put(all, "date", Kind.DATE, Set.of());
        return Map.copyOf(all);
    }

    private static void put(Map<String, FactField> all, String name, Kind kind, Set<String> allowed) {
        all.put(name, new FactField(name, kind, allowed));
    }

    private static Set<String> names(Enum<?>[] constants) {
        return Set.copyOf(Arrays.stream(constants).map(Enum::name).toList());
    }
}
