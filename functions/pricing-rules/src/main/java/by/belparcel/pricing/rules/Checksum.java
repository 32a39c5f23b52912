package by.belparcel.pricing.rules;

import by.belparcel.eventing.envelope.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** SHA-256 of texts and of JSON documents, the latter independent of key order and white space. */
public final class Checksum {

    private Checksum() {}

    public static String ofJson(JsonNode document) {
        return ofText(canonical(document));
    }

    /** The document without white space and with sorted keys. */
    public static String canonical(JsonNode document) {
        return Json.mapper().writeValueAsString(sorted(document));
    }

    static String ofText(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(entry -> array.add(sorted(entry)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        List<String> names = new ArrayList<>(node.propertyNames());
        names.sort(null);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        names.forEach(name -> object.set(name, sorted(node.get(name))));
        return object;
    }
}
