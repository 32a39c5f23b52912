package by.belparcel.pvzcli.contract;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What must come of a deed: {@code CODE field=a,b item{1}=CODE {1}=STATE total=105.00}.
 *
 * @param code OK or the code of the refusal
 * @param fields wrong fields; empty = not looked at
 * @param facts what the answer must say: {@code total}, {@code items}, {@code imported}, {@code item<id>} ..
 * @param states states of parcels afterwards by their placeholder, {@code absent} for none
 */
record Expected(String code, Set<String> fields, Map<String, String> facts, Map<String, String> states) {

    static Expected parse(String text) {
        String code = "";
        Set<String> fields = new TreeSet<>();
        Map<String, String> facts = new TreeMap<>();
        Map<String, String> states = new TreeMap<>();
        for (String word : text.strip().split("\\s+", -1)) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? "" : word.substring(0, equals);
            String value = word.substring(equals + 1);
            if (equals < 0) {
                code = word;
            } else if (name.equals("field")) {
                fields.addAll(Set.of(value.split(",", -1)));
            } else if (name.startsWith("{")) {
                states.put(name, value);
            } else {
                facts.put(name, value);
            }
        }
        return new Expected(code, fields, facts, states);
    }
}
