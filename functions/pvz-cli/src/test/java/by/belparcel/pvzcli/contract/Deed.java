package by.belparcel.pvzcli.contract;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that is done at a point: {@code @-48h as=B issue order_ids={1},{2}}.
 *
 * @param at from the case's zero
 * @param point letter of the point whose worker does it
 * @param values fields by their names in the contract
 */
record Deed(Duration at, String point, String verb, Map<String, String> values) {

    static Deed parse(String text) {
        Duration at = Duration.ZERO;
        String point = "A";
        String verb = "";
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : text.strip().split("\\s+", -1)) {
            int equals = word.indexOf('=');
            if (word.startsWith("@")) {
                at = Offset.of(word.substring(1));
            } else if (word.startsWith("as=")) {
                point = word.substring(3);
            } else if (equals > 0) {
                values.put(word.substring(0, equals), word.substring(equals + 1));
            } else {
                verb = word;
            }
        }
        return new Deed(at, point, verb, values);
    }

    /** With names of this run for the placeholders. */
    Deed with(Scene scene) {
        Map<String, String> filled = new LinkedHashMap<>();
        values.forEach((name, value) -> filled.put(name, scene.fill(value)));
        return new Deed(at, point, verb, filled);
    }
}
