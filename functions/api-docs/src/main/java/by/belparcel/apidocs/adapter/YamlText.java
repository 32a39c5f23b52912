package by.belparcel.apidocs.adapter;

import by.belparcel.eventing.envelope.Json;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Writes JSON as block YAML 1.2. Texts are quoted as in JSON, which is YAML as well, so nothing can be misread. */
final class YamlText {

    private static final String STEP = "  ";

    private YamlText() {}

    static String of(JsonNode document) {
        StringBuilder text = new StringBuilder();
        write(document, "", text);
        return text.toString();
    }

    private static void write(JsonNode node, String indent, StringBuilder text) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                text.append(indent).append(quoted(field.getKey())).append(':');
                value(field.getValue(), indent, text);
            }
        } else {
            for (JsonNode entry : node) {
                text.append(indent).append('-');
                value(entry, indent, text);
            }
        }
    }

    private static void value(JsonNode value, String indent, StringBuilder text) {
        if (value.isContainer() && !value.isEmpty()) {
            text.append('\n');
            write(value, indent + STEP, text);
        } else {
            text.append(' ').append(Json.mapper().writeValueAsString(value)).append('\n');
        }
    }

    private static String quoted(String key) {
        return key.matches("[A-Za-z_$][A-Za-z0-9_$-]*") ? key : Json.mapper().writeValueAsString(key);
    }
}
