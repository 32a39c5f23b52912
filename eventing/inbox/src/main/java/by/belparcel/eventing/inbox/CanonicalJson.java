package by.belparcel.eventing.inbox;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** JSON in one spelling, in the manner of RFC 8785: members sorted, no white space, one form per number. */
final class CanonicalJson {

    private CanonicalJson() {}

    static String of(JsonNode json) {
        StringBuilder text = new StringBuilder();
        write(json, text);
        return text.toString();
    }

    private static void write(JsonNode json, StringBuilder text) {
        if (json.isObject()) {
            writeObject(json, text);
        } else if (json.isArray()) {
            text.append('[');
            for (int i = 0; i < json.size(); i++) {
                text.append(i == 0 ? "" : ",");
                write(json.get(i), text);
            }
            text.append(']');
        } else if (json.isNumber()) {
            writeNumber(json, text);
        } else {
            text.append(json);
        }
    }

    private static void writeObject(JsonNode json, StringBuilder text) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        json.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
        char separator = '{';
        for (Map.Entry<String, JsonNode> member : sorted.entrySet()) {
            text.append(separator).append(quoted(member.getKey())).append(':');
            write(member.getValue(), text);
            separator = ',';
        }
        text.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static String quoted(String name) {
        return tools.jackson.databind.node.StringNode.valueOf(name).toString();
    }

    /** Unscaled digits and exponent, so 1, 1.0 and 1e0 are one number and 1e999 does not become a thousand digits. */
    private static void writeNumber(JsonNode json, StringBuilder text) {
        double value = json.isFloatingPointNumber() ? json.doubleValue() : 0;
        if (Double.isInfinite(value) || Double.isNaN(value)) {
            text.append(json);
            return;
        }
        BigDecimal number = json.decimalValue().stripTrailingZeros();
        text.append(number.unscaledValue()).append('e').append(-number.scale());
    }
}
