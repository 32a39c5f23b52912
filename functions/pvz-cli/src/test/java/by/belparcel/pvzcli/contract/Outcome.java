package by.belparcel.pvzcli.contract;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What came of a deed, told alike by every transport.
 *
 * @param code OK or the code of the refusal
 * @param fields wrong fields
 * @param facts what the answer said
 * @param status of the transport: HTTP status, gRPC status, exit code
 */
record Outcome(String code, Set<String> fields, Map<String, String> facts, String status) {

    static Outcome refused(String code, Set<String> fields, String status) {
        return new Outcome(code, new TreeSet<>(fields), Map.of(), status);
    }

    static Outcome ok(JsonNode reply, String status) {
        Map<String, String> facts = new TreeMap<>();
        JsonNode parcel = reply.path("order");
        if (parcel.isObject()) {
            facts.put("state", parcel.path("state").asString());
            facts.put("package", parcel.path("package").asString());
            facts.put("weight_g", parcel.path("weight_g").asString());
            long kopecks = parcel.path("total_price").path("amount").asLong();
            facts.put("total", BigDecimal.valueOf(kopecks, 2).toPlainString());
        }
        if (reply.path("items").isArray()) {
            facts.put("items", String.valueOf(reply.path("items").size()));
            reply.path("items")
                    .valueStream()
                    .filter(item -> item.has("kind"))
                    .forEach(change -> facts.put(
                            "entry" + change.path("order_id").asString(),
                            change.path("state").asString()));
        }
        for (String number : Set.of("total", "imported", "used", "expected", "scanned", "limit", "page")) {
            if (reply.has(number)) {
                facts.put(number, reply.path(number).asString());
            }
        }
        for (String list : Set.of("missing", "extra")) {
            if (reply.path(list).isArray()) {
                facts.put(list, String.valueOf(reply.path(list).size()));
            }
        }
        reply.path("processed")
                .forEach(item -> facts.put("item" + item.path("order_id").asString(), "OK"));
        reply.path("errors")
                .forEach(error -> facts.put(name(error), error.path("code").asString()));
        return new Outcome("OK", Set.of(), facts, status);
    }

    private static String name(JsonNode error) {
        return error.has("row")
                ? "row" + error.path("row").asString()
                : "item" + error.path("order_id").asString();
    }

    /** Parts of it were refused. */
    static boolean partial(Map<String, String> facts) {
        return facts.entrySet().stream()
                .anyMatch(fact -> isPart(fact.getKey()) && !fact.getValue().equals("OK"));
    }

    private static boolean isPart(String fact) {
        return fact.startsWith("row") || fact.startsWith("item") && !fact.equals("items");
    }
}
