package by.belparcel.batching.application;

import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.PathId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Fields that several commands share. */
final class BodyFields {

    private static final int MAX_IDS = 100;

    private BodyFields() {}

    /** Why, 5 to 500 characters. */
    static String reason(Input body) {
        return body.text("reason", 5, 500);
    }

    /** UUIDs, each once. */
    static List<String> ids(Input body, String name, int min, int max) {
        List<String> ids = body.texts(name, min, max, 36).stream()
                .map(id -> id.toLowerCase(Locale.ROOT))
                .toList();
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!PathId.isId(id)) {
                body.reject(name, "UUID", "must hold UUIDs only", null, null);
            } else if (!seen.add(id)) {
                body.reject(name, "DUPLICATE_ORDER_ID", "must hold each id once", null, id);
            }
        }
        return ids;
    }

    static List<String> orderIds(Input body) {
        return ids(body, "order_ids", 1, MAX_IDS);
    }
}
